package dev.knet.emit.java;

import com.palantir.javapoet.ClassName;
import dev.knet.lower.Selectors;
import dev.knet.model.AddressRange;
import dev.knet.model.CniFeature;
import dev.knet.model.ContainerPort;
import dev.knet.model.Direction;
import dev.knet.model.Dns;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Namespace;
import dev.knet.model.Namespaces;
import dev.knet.model.Peer;
import dev.knet.model.PeerGroup;
import dev.knet.model.Permission;
import dev.knet.model.Port;
import dev.knet.model.Requirement;
import dev.knet.model.Selector;
import dev.knet.model.Service;
import dev.knet.model.ServicePort;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Java code for what sentences in Java have to know of their ends, and of the topology as a whole. */
final class EndCode {

    private final Topology topology;
    private final JavaNames names;
    private final IsolatedPods isolated;
    private final DeniedEnds denied;

    EndCode(Topology topology, JavaNames names, IsolatedPods isolated) {
        this.topology = topology;
        this.names = names;
        this.isolated = isolated;
        this.denied = DeniedEnds.of(topology);
    }

    Code ofWorkload(Workload workload, boolean isDnsClient, ObjectCode objects) {
        Peer.Pods pods = Peer.Pods.of(workload);
        List<Code> ports = workload.declaresPorts() ? List.of(Code.of(".listeningOn(Port.values())")) : List.of();
        return end(
                names.of(workload),
                workload.name(),
                List.of(pods),
                List.of(member(workload.name(), pods, ports, objects)),
                isDnsClient,
                objects);
    }

    Code ofNamespace(Namespace namespace, ObjectCode objects) {
        Peer.Pods pods = Peer.Pods.all(namespace);
        return end(
                names.of(namespace),
                "namespace " + namespace.name(),
                List.of(pods),
                List.of(member(namespace.name(), pods, List.of(), objects)),
                false,
                objects);
    }

    /** A headless service may have no ports: its clients dial those of the pods. */
    Code ofService(Service.OfWorkload service, ObjectCode objects) {
        Peer.Pods pods = Peer.Pods.of(service.workload());
        List<Code> ports = new ArrayList<>();
        if (service.ports().isEmpty()) {
            for (ContainerPort port : service.workload().ports()) {
                Port opens = Port.Range.one(port.protocol(), port.number());
                ports.add(port(port.protocol().name(), port.number(), opens));
            }
        } else {
            ports.add(Code.of(".mapped()"));
            for (ServicePort port : service.ports()) {
                Port opens = Port.Range.one(port.protocol(), port.targetNumber());
                ports.add(port(port.protocol().name(), port.number(), opens));
            }
        }
        Code member = member("service " + service.name(), pods, ports, objects);
        return end(names.of(service), "service " + service.name(), List.of(pods), List.of(member), false, objects);
    }

    Code ofGroup(PeerGroup group, ObjectCode objects) {
        List<Peer> peers = new ArrayList<>();
        List<Code> members = new ArrayList<>();
        for (PeerGroup.Member member : group.members()) {
            List<Code> ports = new ArrayList<>();
            if (member.mapped()) {
                ports.add(Code.of(".mapped()"));
            }
            member.offers().forEach(offer -> ports.add(port(offer.protocol().name(), offer.number(), offer.opens())));
            for (Peer peer : member.peers()) {
                members.add(member(member.name(), peer, ports, objects));
                peers.add(peer);
            }
        }
        return end(names.of(group), group.name(), peers, members, false, objects);
    }

    private Code end(
            ThingName name,
            String written,
            List<Peer> peers,
            List<Code> members,
            boolean isDnsClient,
            ObjectCode objects) {
        Code made = Code.of(
                "new $T(" + TextLiteral.of(name.words()).format() + ", "
                        + TextLiteral.of(written).format() + ", $T.facts())",
                names.runtime("End"),
                names.facade());
        List<Code> calls = new ArrayList<>(members);
        if (topology.dns().map(Dns::peers).orElse(List.of()).containsAll(peers)) {
            calls.add(Code.of(".dns()"));
        }
        if (isDnsClient) {
            calls.add(Code.of(".dnsClient()"));
        }
        for (Direction direction : Direction.values()) {
            if (peers.stream()
                    .anyMatch(peer -> !isolated.in(direction, peer).undecided().isEmpty())) {
                calls.add(ofDirection(".undecided(", direction, ")"));
            }
            calls.addAll(denied(peers, direction));
        }
        return objects.told(names.runtime("End"), made, "end", calls);
    }

    private List<Code> denied(List<Peer> peers, Direction direction) {
        List<Code> calls = new ArrayList<>();
        for (DeniedEnds.Entry denial : denied.about(peers, direction)) {
            calls.add(ofDirection(".denied(", direction, ", ")
                    .then(TextLiteral.of(denial.id()).between("", ")")));
        }
        return calls;
    }

    private Code ofDirection(String before, Direction direction, String after) {
        return Code.of(before + "$T." + direction.name() + after, names.runtime("Direction"));
    }

    private Code member(String name, Peer peer, List<Code> ports, ObjectCode objects) {
        Code made = Code.joined(List.of(TextLiteral.of(name), selection(peer, objects)), ", ")
                .asArgumentOf("new $T")
                .with(names.runtime("Member"));
        List<Code> calls = new ArrayList<>(ports);
        for (Direction direction : Direction.values()) {
            if (isolated.containsAtOnce(direction, peer)) {
                calls.add(ofDirection(".isolated(", direction, ")"));
            } else {
                for (Peer.Pods some : isolated.in(direction, peer).pods()) {
                    calls.add(ofDirection(".isolated(", direction, ", ")
                            .then(selection(some, objects).between("", ")")));
                }
            }
        }
        return objects.told(names.runtime("Member"), made, "member", calls)
                .indented()
                .asArgumentOf(".with");
    }

    private Code port(String protocol, int number, Port opens) {
        return Code.of(".port(\"" + protocol + "\", " + number + ", ")
                .then(ports(opens).between("", ")"));
    }

    private Code ports(Port port) {
        ClassName ports = names.runtime("Ports");
        return port.fold(
                range -> Code.of(
                        "$T.range(\"" + range.protocol().name() + "\", " + range.first() + ", " + range.last() + ")",
                        ports),
                named -> Code.of("$T.named(\"" + named.protocol().name() + "\", ", ports)
                        .then(TextLiteral.of(named.name()).between("", ")")));
    }

    private Code selection(Peer peer, ObjectCode objects) {
        ClassName type = names.runtime("Selection");
        return peer.fold(
                pods -> pods(pods, type, objects),
                addresses -> {
                    List<Code> ranges = new ArrayList<>();
                    ranges.add(TextLiteral.of(addresses.range().toString()));
                    for (AddressRange except : addresses.except()) {
                        ranges.add(TextLiteral.of(except.toString()));
                    }
                    return Code.arguments(ranges).asArgumentOf("$T.addresses").with(type);
                },
                anyone -> Code.of("$T.anyone()", type));
    }

    private Code pods(Peer.Pods pods, ClassName type, ObjectCode objects) {
        return pods.namespaces()
                .fold(
                        one -> inOne(pods, one.namespace(), type, objects),
                        matching -> inMatching(pods.selector(), matching, type, objects));
    }

    private static Code inOne(Peer.Pods pods, Namespace namespace, ClassName type, ObjectCode objects) {
        List<Code> arguments = new ArrayList<>();
        arguments.add(TextLiteral.of(pods.workload().map(Workload::name).orElse("pods")));
        arguments.add(TextLiteral.of(namespace.name()));
        List<Requirement> requirements = pods.selector().requirements();
        if (requirements.size() == 1 && requirements.get(0).isEquality()) {
            arguments.add(TextLiteral.of(requirements.get(0).key()));
            arguments.add(TextLiteral.of(requirements.get(0).values().get(0)));
        } else {
            arguments.add(labels(pods.selector(), objects));
        }
        return Code.arguments(arguments).asArgumentOf("$T.pods").with(type);
    }

    private static Code labels(Selector selector, ObjectCode objects) {
        return objects.built(Selectors.labelSelector(selector));
    }

    private Code inMatching(Selector pods, Namespaces.Matching matching, ClassName type, ObjectCode objects) {
        List<Code> known = new ArrayList<>();
        List<Code> undecided = new ArrayList<>();
        for (Namespace namespace : topology.namespaces()) {
            Optional<Boolean> selected = namespace.selectedBy(matching.selector());
            if (selected.isEmpty()) {
                undecided.add(TextLiteral.of(namespace.name()));
            } else if (selected.get()) {
                known.add(TextLiteral.of(namespace.name()));
            }
        }
        List<Code> arguments =
                List.of(labels(matching.selector(), objects), labels(pods, objects), listOf(known), listOf(undecided));
        return Code.arguments(arguments).asArgumentOf("$T.podsOf").with(type);
    }

    private static Code listOf(List<Code> texts) {
        return Code.arguments(texts).asArgumentOf("$T.of").with(ClassName.get(List.class));
    }

    /** Of the topology as a whole: statements that tell a variable of it. */
    List<Code> facts(String variable, ObjectCode objects) {
        List<Code> statements = new ArrayList<>();
        topology.dns().ifPresent(dns -> statements.add(dns(variable, dns, objects)));
        for (CniFeature feature : List.of(CniFeature.PORT_RANGES, CniFeature.SCTP)) {
            if (!topology.cluster().enforces(feature)) {
                statements.add(
                        Code.of(variable + (feature == CniFeature.SCTP ? ".withoutSctp()" : ".withoutPortRanges()")));
            }
        }
        for (DeniedEnds.Entry denial : denied.entries()) {
            List<Code> arguments = new ArrayList<>();
            arguments.add(TextLiteral.of(denial.id()));
            numbers(denial).forEach(port -> arguments.add(ports(port)));
            statements.add(Code.arguments(arguments).asArgumentOf(variable + ".denial"));
            List<Code> named = new ArrayList<>(List.of(TextLiteral.of(denial.id())));
            denial.ports().list().stream().filter(Port.Named.class::isInstance).forEach(port -> named.add(ports(port)));
            if (named.size() > 1) {
                statements.add(Code.arguments(named).asArgumentOf(variable + ".denialOfNamed"));
            }
        }
        return statements;
    }

    private Code dns(String variable, Dns dns, ObjectCode objects) {
        Code made = TextLiteral.of(topology.name())
                .between("new $T(\"dns\", \"dns\", new $T(", "))")
                .with(names.runtime("Facts"))
                .with(names.runtime("End"));
        List<Code> calls = new ArrayList<>();
        for (Permission.Opening opening : dns.openings()) {
            List<Code> ports = new ArrayList<>();
            ports.add(Code.of(".mapped()"));
            opening.ports()
                    .list()
                    .forEach(port -> ports.add(port(port.protocol().name(), port.first(), port)));
            for (Peer peer : opening.targets()) {
                calls.add(member("dns", peer, ports, objects));
            }
        }
        for (Direction direction : Direction.values()) {
            calls.addAll(denied(dns.peers(), direction));
        }
        return objects.told(names.runtime("End"), made, "end", calls).indented().asArgumentOf(variable + ".dns");
    }

    /** The ports of a denial, by number where its targets say which number a name has. */
    private static List<Port> numbers(DeniedEnds.Entry denial) {
        List<Port> ports = new ArrayList<>();
        for (Port port : denial.ports().list()) {
            List<Port> numbers = port.fold(range -> List.<Port>of(range), named -> numbers(named, denial.targets()));
            ports.addAll(numbers.isEmpty() ? List.of(port) : numbers);
        }
        return ports;
    }

    private static List<Port> numbers(Port.Named named, List<Peer> targets) {
        List<Port> numbers = new ArrayList<>();
        for (Peer target : targets) {
            Optional<Workload> workload = target.asPods().flatMap(Peer.Pods::workload);
            List<ContainerPort> ports = workload.map(Workload::ports).orElse(List.of()).stream()
                    .filter(port -> named.name().equals(port.name()) && named.protocol() == port.protocol())
                    .toList();
            if (ports.isEmpty()) {
                return List.of();
            }
            ports.forEach(port -> numbers.add(Port.Range.one(port.protocol(), port.number())));
        }
        return numbers;
    }
}
