package dev.knet.reach.read;

import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.NativePolicy.Action;
import dev.knet.reach.objects.ServiceObject;
import dev.knet.reach.objects.Who;
import dev.knet.reach.space.AddressRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Whom a rule of Cilium is about, in one of the ways in which it can say so. Addresses are never those of pods. */
final class CiliumPeers {
    private static final Set<String> INGRESS = Set.of(
            "fromEndpoints", "fromEntities", "fromCIDR", "fromCIDRSet", "fromNodes", "fromGroups", "fromRequires");
    private static final Set<String> EGRESS = Set.of(
            "toEndpoints",
            "toEntities",
            "toCIDR",
            "toCIDRSet",
            "toNodes",
            "toGroups",
            "toRequires",
            "toServices",
            "toFQDNs");
    private static final Set<String> SET = Set.of("cidr", "cidrGroupRef", "cidrGroupSelector", "except");
    private static final Set<String> SERVICE = Set.of("k8sService", "k8sServiceSelector");

    private static final Who SOME_ADDRESS = new Who.Perhaps(Who.OUTSIDE);
    private static final Who SOME_NODE = new Who.Perhaps(new Who.AnyOf(List.of(Who.OUTSIDE, Who.ON_NODES)));

    private final String namespace;
    private final List<Function<Surroundings, Who>> any = new ArrayList<>();
    private boolean isSaid;

    /** The namespace is empty for one of the whole cluster. */
    CiliumPeers(Field rule, boolean isEgress, Action action, String namespace, boolean hasPorts) {
        this.namespace = namespace;
        String word = isEgress ? "to" : "from";
        read(rule.get(word + "Endpoints"), item -> fixed(CiliumSelector.peers(item, namespace)));
        read(rule.get(word + "Entities"), item -> fixed(entity(item)));
        read(rule.get(word + "CIDR"), item -> fixed(cidr(item)));
        read(rule.get(word + "CIDRSet"), item -> fixed(set(item)));
        read(
                rule.get(word + "Nodes"),
                item -> unknown(item, "is about nodes, of which nothing is known here", SOME_NODE));
        read(
                rule.get(word + "Groups"),
                item -> unknown(
                        item, "is about addresses that a cloud knows, and nothing is known of here", SOME_ADDRESS));
        if (!rule.get(word + "Requires").items().isEmpty()) {
            rule.get(word + "Requires").error("is no longer read by the agent");
        }
        if (isEgress) {
            read(rule.get("toServices"), this::service);
            read(
                    rule.get("toFQDNs"),
                    item -> unknown(
                            item,
                            "is about a name, whose addresses are not known here: each outside the cluster may be one",
                            SOME_ADDRESS));
            if (action == Action.DENY && rule.get("toFQDNs").isPresent()) {
                rule.get("toFQDNs").error("cannot be denied");
            }
        }
        if (!isSaid && hasPorts) {
            any.add(fixed(Who.EVERYBODY));
        }
    }

    static Set<String> fields(boolean isEgress) {
        return isEgress ? EGRESS : INGRESS;
    }

    private void read(Field field, Function<Field, Function<Surroundings, Who>> reader) {
        if (field.isPresent()) {
            if (isSaid) {
                field.error("is a second way to say whom the rule is about; write two rules");
            }
            isSaid = true;
            field.items().forEach(item -> any.add(reader.apply(item)));
        }
    }

    private static Function<Surroundings, Who> fixed(Who who) {
        return surroundings -> who;
    }

    private static Function<Surroundings, Who> unknown(Field field, String why, Who who) {
        field.warning(why);
        return fixed(who);
    }

    /** Nobody, if it does not say whom, and no ports either. */
    Who who(Surroundings surroundings) {
        List<Who> all = new ArrayList<>();
        any.forEach(it -> all.add(it.apply(surroundings)));
        return all.size() == 1 ? all.get(0) : new Who.AnyOf(all);
    }

    private static Who entity(Field field) {
        String word = field.text("");
        return switch (word) {
            case "all" -> Who.EVERYBODY;
            case "world" -> Who.OUTSIDE;
            case "cluster" -> new Who.AnyOf(List.of(Who.EVERY_POD, Who.ON_NODES));
            case "none", "health" -> Who.NOBODY;
            case "host", "remote-node", "kube-apiserver", "ingress" -> {
                field.warning("is " + Quoted.of(word) + ", whose addresses are not known here: any may be one");
                yield SOME_NODE;
            }
            case "cluster-mesh" -> {
                field.warning("is about other clusters, whose addresses are not known here: any may be one");
                yield SOME_ADDRESS;
            }
            case "init", "unmanaged" -> {
                field.warning("is " + Quoted.of(word) + ", and it is not known which pods are that: any may be");
                yield new Who.Perhaps(Who.EVERY_POD);
            }
            default -> {
                field.error("is no entity: " + Quoted.of(word));
                yield Who.NOBODY;
            }
        };
    }

    private static Who cidr(Field field) {
        return SharedFields.cidr(field).<Who>map(Who.Addresses::new).orElse(Who.NOBODY);
    }

    private static Who set(Field field) {
        field.expect(SET);
        Field cidr = field.get("cidr");
        Field group = field.get("cidrGroupRef");
        Field groups = field.get("cidrGroupSelector");
        int ways = (cidr.isPresent() ? 1 : 0) + (group.isPresent() ? 1 : 0) + (groups.isPresent() ? 1 : 0);
        if (ways != 1) {
            field.error("takes one of `cidr`, `cidrGroupRef` and `cidrGroupSelector`");
        }
        List<Who> without = new ArrayList<>();
        Optional<AddressRange> range = cidr.isPresent() ? SharedFields.cidr(cidr) : Optional.empty();
        for (Field item : field.get("except").items()) {
            SharedFields.cidr(item).ifPresent(hole -> {
                if (range.isPresent() && !range.get().contains(hole)) {
                    item.error("is not inside " + Quoted.of(cidr.text("")) + ": " + Quoted.of(item.text("")));
                }
                without.add(new Who.Addresses(hole));
            });
        }
        if (group.isPresent() || groups.isPresent()) {
            field.warning("is about a group of addresses, which is not read: each outside the cluster may be in it");
            return new Who.Perhaps(new Who.AllOf(List.of(Who.OUTSIDE, new Who.Not(new Who.AnyOf(without)))));
        }
        Who in = range.<Who>map(Who.Addresses::new).orElse(Who.NOBODY);
        return without.isEmpty() ? in : new Who.AllOf(List.of(in, new Who.Not(new Who.AnyOf(without))));
    }

    private Function<Surroundings, Who> service(Field field) {
        field.expect(SERVICE);
        Field named = field.get("k8sService");
        Field selector = field.get("k8sServiceSelector");
        if (named.isPresent() == selector.isPresent()) {
            field.error("takes one of `k8sService` and `k8sServiceSelector`");
        }
        if (selector.isPresent()) {
            selector.warning("is about labels of services, which are not known here: anybody may be behind one");
            return fixed(new Who.Perhaps(Who.EVERYBODY));
        }
        String name = named.get("serviceName").requiredText();
        String said = named.get("namespace").text("");
        String place = said.isEmpty() ? namespace : said;
        return surroundings -> surroundings
                .service(place, name)
                .filter(it -> !it.selector().isEmpty())
                .map(CiliumPeers::behind)
                .orElseGet(() -> {
                    named.warning("is a service of which no pods are known here: anybody may be behind it");
                    return new Who.Perhaps(Who.EVERYBODY);
                });
    }

    private static Who behind(ServiceObject service) {
        return new Who.Pods(
                LabelQuery.of(Map.of(NamespaceObject.NAME_LABEL, service.namespace())),
                LabelQuery.of(service.selector()));
    }
}
