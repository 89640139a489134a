package dev.knet.reach.read;

import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.PolicyObject.Named;
import dev.knet.reach.objects.PolicyObject.Numbers;
import dev.knet.reach.objects.PolicyObject.Port;
import dev.knet.reach.objects.ServiceObject;
import dev.knet.reach.objects.Who;
import dev.knet.reach.space.PortSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A service that a rule names: the pods behind it, and their ports. */
final class CalicoService {
    private static final Set<String> FIELDS = Set.of("name", "namespace");

    private final Field field;
    private final String namespace;
    private final String name;

    /** The namespace of the policy is empty if it is in none. */
    CalicoService(Field field, String own) {
        this.field = field;
        field.expect(FIELDS);
        this.name = field.get("name").requiredText();
        String said = field.get("namespace").text("");
        this.namespace = said.isEmpty() ? own : said;
        if (namespace.isEmpty()) {
            field.get("namespace").error("is missing");
        }
    }

    private Optional<ServiceObject> known(Surroundings surroundings) {
        return surroundings.service(namespace, name).filter(it -> !it.selector().isEmpty());
    }

    /** Those behind it; pods in their node's network may be. */
    Who who(Surroundings surroundings) {
        Optional<ServiceObject> service = known(surroundings);
        if (service.isEmpty()) {
            field.warning("is a service of which no pods are known here: anybody may be behind it");
            return new Who.Perhaps(Who.EVERYBODY);
        }
        Who pods = new Who.Pods(
                LabelQuery.of(Map.of(NamespaceObject.NAME_LABEL, namespace)),
                LabelQuery.of(service.get().selector()));
        return new Who.AnyOf(List.of(pods, new Who.Perhaps(Who.ON_NODES)));
    }

    /** The ports of the pods, of those that the rule is about. */
    List<Port> ports(Surroundings surroundings, CalicoPorts ofRule) {
        Optional<ServiceObject> service = known(surroundings);
        if (service.isEmpty()) {
            return ofRule.list();
        }
        List<Port> ports = new ArrayList<>();
        for (ServiceObject.Port port : service.get().ports()) {
            PortSet all = PortSet.allOf(port.protocol());
            if (ofRule.protocols().contains(all)) {
                ports.add(
                        port.targetName().isEmpty()
                                ? new Numbers(PortSet.of(port.protocol(), port.targetNumber()))
                                : new Named(port.protocol(), port.targetName()));
            }
        }
        return ports;
    }
}
