package dev.knet.reach.read;

import dev.knet.reach.objects.NativePolicy.Action;
import dev.knet.reach.objects.NativePolicy.Rule;
import dev.knet.reach.objects.PolicyObject.Port;
import dev.knet.reach.objects.Who;
import dev.knet.reach.space.AddressRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One rule of a policy of Calico. */
final class CalicoRule {
    private static final Set<String> FIELDS = Set.of(
            "action",
            "ipVersion",
            "protocol",
            "notProtocol",
            "icmp",
            "notICMP",
            "source",
            "destination",
            "http",
            "metadata");

    private final String path;
    private final Optional<Action> action;
    private final boolean isEgress;
    private final CalicoPorts ports;
    private final CalicoEntity own;
    private final CalicoEntity peer;
    private final Optional<CalicoService> service;
    private final Optional<Who> version;
    private boolean isCertain = true;

    /** The namespace is empty for one of the whole cluster. */
    CalicoRule(Field field, String path, boolean isEgress, String namespace, LabelValues values) {
        this.path = path;
        this.isEgress = isEgress;
        field.expect(FIELDS);
        this.action = action(field.get("action"));
        Field source = field.get("source");
        Field destination = field.get("destination");
        this.own = new CalicoEntity(isEgress ? source : destination, namespace, values);
        this.peer = new CalicoEntity(isEgress ? destination : source, namespace, values);
        this.ports = new CalicoPorts(field);
        this.version = version(field.get("ipVersion"));
        checkNoServices((isEgress ? source : destination).get("services"));
        this.service = service((isEgress ? destination : source), namespace);
        checkSourcePorts(source);
        checkHttp(field);
        isCertain &= ports.areCertain();
    }

    /** Empty for what only logs. */
    private static Optional<Action> action(Field field) {
        String word = field.requiredText();
        return switch (word) {
            case "Allow" -> Optional.of(Action.ALLOW);
            case "Pass" -> Optional.of(Action.PASS);
            case "Log" -> Optional.empty();
            case "Deny", "" -> Optional.of(Action.DENY);
            default -> {
                field.error("takes `Allow`, `Deny`, `Log` or `Pass`, not " + Quoted.of(word));
                yield Optional.empty();
            }
        };
    }

    /** Whose addresses are of a version; of pods, it is not known which ones they have. */
    private Optional<Who> version(Field field) {
        if (!field.isPresent()) {
            return Optional.empty();
        }
        int version = field.number(4, 6);
        if (version == 5) {
            field.error("takes `4` or `6`, not `5`");
        }
        ports.version()
                .filter(it -> it != version)
                .ifPresent(it -> field.error("is " + version + ", and the protocol is one of version " + it));
        Who inside = new Who.AnyOf(List.of(Who.EVERY_POD, Who.ON_NODES));
        if (ports.version().isEmpty()) {
            field.warning("is about one version, and it is not known which addresses pods have");
        }
        return Optional.of(new Who.AnyOf(List.of(
                new Who.Addresses(version == 4 ? AddressRange.ALL_V4 : AddressRange.ALL_V6),
                ports.version().isPresent() ? inside : new Who.Perhaps(inside))));
    }

    private void checkNoServices(Field field) {
        if (field.isPresent()) {
            field.error("cannot stand there: in "
                    + (isEgress ? "egress, services are destinations" : "ingress, services are sources"));
        }
    }

    private Optional<CalicoService> service(Field entity, String namespace) {
        Field field = entity.get("services");
        if (!field.isPresent()) {
            return Optional.empty();
        }
        for (String name :
                List.of("selector", "notSelector", "nets", "notNets", "namespaceSelector", "serviceAccounts")) {
            if (entity.get(name).isPresent()) {
                entity.get(name).error("cannot stand with `services`");
            }
        }
        for (String name : List.of("ports", "notPorts")) {
            if (isEgress && entity.get(name).isPresent()) {
                entity.get(name).error("cannot stand with `services`, which have ports of their own");
            }
        }
        return Optional.of(new CalicoService(field, namespace));
    }

    private void checkSourcePorts(Field source) {
        for (String name : List.of("ports", "notPorts")) {
            if (!source.get(name).items().isEmpty()) {
                source.get(name).warning("is about ports from which connections come, which may be any");
                isCertain = false;
            }
        }
    }

    private void checkHttp(Field rule) {
        Field http = rule.get("http");
        if (!http.isPresent()) {
            return;
        }
        isCertain = false;
        http.warning("opens these ports in part; here, they are open or not");
        if (action.filter(it -> it != Action.ALLOW).isPresent()) {
            http.error("can only be allowed");
        }
        if (!ports.canBeHttp()) {
            http.error("needs the protocol `TCP`");
        }
    }

    Optional<Rule> finish(Surroundings surroundings) {
        return action.map(it -> finish(it, surroundings));
    }

    private Rule finish(Action does, Surroundings surroundings) {
        List<Who> peers = new ArrayList<>(List.of(peer.who(surroundings)));
        version.ifPresent(peers::add);
        List<Port> open = ports.list();
        if (service.isPresent()) {
            peers.add(service.get().who(surroundings));
            open = isEgress ? service.get().ports(surroundings, ports) : open;
            if (open.isEmpty()) {
                peers.add(Who.NOBODY);
            }
        }
        Who who = peers.size() == 1 ? peers.get(0) : new Who.AllOf(peers);
        return new Rule(path, does, own.who(surroundings), who, open, isCertain);
    }
}
