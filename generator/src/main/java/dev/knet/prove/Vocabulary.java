package dev.knet.prove;

import dev.knet.model.AddressRange;
import dev.knet.model.Namespace;
import dev.knet.model.Namespaces;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Port;
import dev.knet.model.Ports;
import dev.knet.model.Protocol;
import dev.knet.model.Requirement;
import dev.knet.model.Selector;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import dev.knet.reach.End;
import dev.knet.reach.Selection;
import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.LabelQuery.Operator;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.space.PortSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The files' words in those of Kubernetes' objects. */
final class Vocabulary {
    private Vocabulary() {}

    /** As the language writes it: `./web`. No namespace can be called that. */
    static final String HOME = ".";

    /** Whoever is at an end of a sentence or of an expectation. */
    static List<Peer> peersOf(Topology topology) {
        List<Peer> peers = new ArrayList<>();
        topology.permissions().forEach(it -> {
            peers.addAll(it.sources());
            peers.addAll(it.targets());
        });
        topology.denials().forEach(it -> {
            peers.addAll(it.sources());
            it.openings().forEach(opening -> peers.addAll(opening.targets()));
        });
        topology.expectations().forEach(it -> {
            peers.addAll(it.sources());
            peers.addAll(it.targets());
        });
        topology.dns().ifPresent(dns -> peers.addAll(dns.peers()));
        return peers;
    }

    /** The names of ports that its sentences ask for. */
    static Set<String> portNamesOf(Topology topology) {
        List<Permission.Opening> openings = new ArrayList<>();
        topology.permissions().forEach(it -> openings.addAll(it.openings()));
        topology.denials().forEach(it -> openings.addAll(it.openings()));
        topology.dns().ifPresent(dns -> openings.addAll(dns.openings()));
        Set<String> names = new TreeSet<>();
        for (Permission.Opening opening : openings) {
            for (Port port : opening.ports().list()) {
                port.fold(range -> false, named -> names.add(named.name()));
            }
        }
        return names;
    }

    static String namespace(Namespace namespace) {
        return namespace.isOutside() ? HOME : namespace.name();
    }

    static End.Workload end(Workload workload) {
        return new End.Workload(
                namespace(workload.namespace()),
                workload.name(),
                workload.kind().title());
    }

    static Selection selection(Peer peer) {
        return peer.fold(
                pods -> pods.namespaces()
                        .fold(
                                one -> new Selection.Pods(
                                        Optional.of(namespace(one.namespace())),
                                        LabelQuery.EVERYTHING,
                                        query(pods.selector())),
                                matching -> new Selection.Pods(
                                        Optional.empty(), namespaces(matching), query(pods.selector()))),
                addresses -> new Selection.Addresses(range(addresses.range()), ranges(addresses.except())),
                anyone -> Selection.ANYONE);
    }

    private static LabelQuery namespaces(Namespaces.Matching matching) {
        return query(matching.selector());
    }

    static LabelQuery query(Selector selector) {
        List<LabelQuery.Requirement> requirements = new ArrayList<>();
        for (Requirement requirement : selector.requirements()) {
            requirements.add(new LabelQuery.Requirement(
                    requirement.key(), operator(requirement.operator()), requirement.values()));
        }
        return new LabelQuery(requirements);
    }

    private static Operator operator(Requirement.Operator operator) {
        return switch (operator) {
            case IN -> Operator.IN;
            case NOT_IN -> Operator.NOT_IN;
            case PRESENT -> Operator.EXISTS;
            case ABSENT -> Operator.DOES_NOT_EXIST;
        };
    }

    /** As a rule lists them. */
    static List<PolicyObject.Port> ports(Ports ports) {
        List<PolicyObject.Port> list = new ArrayList<>();
        for (Port port : ports.list()) {
            list.add(port.<PolicyObject.Port>fold(
                    range -> new PolicyObject.Numbers(numbers(range)),
                    named -> new PolicyObject.Named(protocol(named.protocol()), named.name())));
        }
        return list;
    }

    static PortSet numbers(Port.Range range) {
        return PortSet.of(protocol(range.protocol()), range.first(), range.last());
    }

    static dev.knet.reach.space.Protocol protocol(Protocol protocol) {
        return dev.knet.reach.space.Protocol.valueOf(protocol.name());
    }

    static Protocol protocol(dev.knet.reach.space.Protocol protocol) {
        return Protocol.valueOf(protocol.name());
    }

    private static List<dev.knet.reach.space.AddressRange> ranges(List<AddressRange> ranges) {
        return ranges.stream().map(Vocabulary::range).toList();
    }

    static dev.knet.reach.space.AddressRange range(AddressRange range) {
        return dev.knet.reach.space.AddressRange.ofCidr(range.toString()).orElseThrow();
    }

    /** The first of these addresses alone. */
    static AddressRange first(dev.knet.reach.space.AddressRange range) {
        int version = range.version();
        BigInteger number = new BigInteger(Long.toUnsignedString(range.first().high()))
                .shiftLeft(Long.SIZE)
                .add(new BigInteger(Long.toUnsignedString(range.first().low())));
        return new AddressRange(version, number, AddressRange.bits(version));
    }
}
