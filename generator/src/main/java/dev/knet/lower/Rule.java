package dev.knet.lower;

import dev.knet.model.AddressRange;
import dev.knet.model.Namespace;
import dev.knet.model.Namespaces;
import dev.knet.model.Peer;
import dev.knet.model.Port;
import dev.knet.model.Ports;
import dev.knet.model.Requirement;
import dev.knet.model.Selector;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One rule of a policy: these peers, on these ports. The peers are sorted; that there are none means that everyone is
 * meant, as it does in Kubernetes. The key tells any two rules apart and is the same in every run.
 */
record Rule(List<Peer> peers, Ports ports, String key) {

    static Rule of(List<Peer> peers, Ports ports) {
        if (peers.isEmpty()) {
            throw new IllegalArgumentException("in Kubernetes, a rule without peers is open to everyone");
        }
        if (peers.size() == 1 && !(peers.get(0) instanceof Peer.Anyone)) {
            return new Rule(peers, ports, "[" + peers.get(0).key() + "] on " + ports.text());
        }
        SortedMap<String, Peer> sorted = new TreeMap<>();
        for (Peer peer : peers) {
            if (peer instanceof Peer.Anyone) {
                return new Rule(List.of(), ports, "anyone on " + ports.text());
            }
            sorted.put(peer.key(), peer);
        }
        return new Rule(List.copyOf(sorted.values()), ports, sorted.keySet() + " on " + ports.text());
    }

    /** The peers, also where everyone is meant. */
    List<Peer> everyPeer() {
        return peers.isEmpty() ? List.of(new Peer.Anyone()) : peers;
    }

    List<NetworkPolicyPeer> peersSeenFrom(Namespace namespace) {
        List<NetworkPolicyPeer> objects = new ArrayList<>();
        for (Peer peer : peers) {
            objects.add(peer.fold(pods -> pods(pods, namespace), Rule::addresses, anyone -> {
                throw new IllegalStateException("everyone is a rule without peers");
            }));
        }
        return objects;
    }

    private static NetworkPolicyPeer pods(Peer.Pods pods, Namespace from) {
        NetworkPolicyPeer object = new NetworkPolicyPeer();
        boolean near = pods.namespaces().fold(one -> one.namespace().equals(from), matching -> false);
        if (!near) {
            object.setNamespaceSelector(Selectors.labelSelector(namespaces(pods.namespaces())));
        }
        if (near || !pods.selector().isEverything()) {
            object.setPodSelector(Selectors.labelSelector(pods.selector()));
        }
        return object;
    }

    private static Selector namespaces(Namespaces namespaces) {
        return namespaces.fold(
                one -> new Selector(List.of(Requirement.equal(Namespace.NAME_LABEL, named(one.namespace())))),
                Namespaces.Matching::selector);
    }

    /** A namespace without a name cannot be named from another: a check has refused that before. */
    private static String named(Namespace namespace) {
        if (namespace.isOutside()) {
            throw new IllegalStateException("no policy in another namespace can name what is outside all of them");
        }
        return namespace.name();
    }

    private static NetworkPolicyPeer addresses(Peer.Addresses addresses) {
        IPBlock block = new IPBlock();
        block.setCidr(addresses.range().toString());
        block.setExcept(addresses.except().stream().map(AddressRange::toString).toList());
        NetworkPolicyPeer object = new NetworkPolicyPeer();
        object.setIpBlock(block);
        return object;
    }

    /** Ports of a range stand one by one where there are none for the network plugin. */
    List<NetworkPolicyPort> policyPorts(boolean rangesAreKnown) {
        List<NetworkPolicyPort> objects = new ArrayList<>();
        for (Port port : rangesAreKnown ? ports.list() : oneByOne(ports.list())) {
            objects.add(port.fold(Rule::range, Rule::named));
        }
        return objects;
    }

    private static Collection<Port> oneByOne(List<Port> ports) {
        SortedSet<Port> each = new TreeSet<>();
        for (Port port : ports) {
            if (port instanceof Port.Range range && !range.isAll()) {
                for (int number = range.first(); number <= range.last(); number++) {
                    each.add(Port.Range.one(range.protocol(), number));
                }
            } else {
                each.add(port);
            }
        }
        return each;
    }

    private static NetworkPolicyPort named(Port.Named port) {
        NetworkPolicyPort object = new NetworkPolicyPort();
        object.setProtocol(port.protocol().name());
        object.setPort(new IntOrString(port.name()));
        return object;
    }

    private static NetworkPolicyPort range(Port.Range range) {
        NetworkPolicyPort object = new NetworkPolicyPort();
        object.setProtocol(range.protocol().name());
        if (!range.isAll()) {
            object.setPort(new IntOrString(range.first()));
        }
        if (!range.isAll() && range.last() > range.first()) {
            object.setEndPort(range.last());
        }
        return object;
    }
}
