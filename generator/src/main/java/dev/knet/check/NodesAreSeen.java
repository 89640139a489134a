package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.AddressRange;
import dev.knet.model.Cni;
import dev.knet.model.CniFeature;
import dev.knet.model.Peer;
import dev.knet.model.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the network plugin matches no node by its address, no sentence means nodes, or the API server on one, by their
 * addresses. Of private addresses it cannot be told whose they are, so whoever names them is told.
 */
final class NodesAreSeen implements Check {
    /** Where NodeLocal DNSCache listens on every node. */
    private static final AddressRange CACHE = AddressRange.of("169.254.20.10/32");

    /** From which clusters give addresses to nodes and pods. */
    private static final List<AddressRange> PRIVATE = List.of(
            AddressRange.of("10.0.0.0/8"),
            AddressRange.of("100.64.0.0/10"),
            AddressRange.of("172.16.0.0/12"),
            AddressRange.of("192.168.0.0/16"),
            AddressRange.of("fc00::/7"));

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Cni cni = topology.cluster().cni().orElseThrow();
        boolean areSeen = cni.enforces(CniFeature.NODE_ADDRESSES);
        if (areSeen && cni.enforces(CniFeature.NODE_LOCAL_DNS)) {
            return Stream.empty();
        }
        NodeAddresses nodes = areSeen ? NodeAddresses.NONE : NodeAddresses.of(topology.cluster());
        return Spoken.in(topology).stream().flatMap(it -> diagnostic(it, nodes, cni).stream());
    }

    /** The worst that is to say of a sentence. */
    private static Optional<Diagnostic> diagnostic(Spoken sentence, NodeAddresses nodes, Cni cni) {
        Optional<Diagnostic> warning = Optional.empty();
        for (Peer.Addresses addresses : sentence.addresses()) {
            if (addresses.range().equals(CACHE)) {
                return Optional.of(ofCache(sentence, cni));
            }
            if (nodes.contain(addresses.range())) {
                return Optional.of(ofNodes(sentence, addresses, cni));
            }
            if (warning.isEmpty() && !cni.enforces(CniFeature.NODE_ADDRESSES) && mayBeInside(addresses, nodes)) {
                warning = Optional.of(inside(sentence, addresses, cni));
            }
        }
        return warning;
    }

    private static boolean mayBeInside(Peer.Addresses addresses, NodeAddresses nodes) {
        for (AddressRange range : PRIVATE) {
            if (range.contains(addresses.range())) {
                return true;
            }
        }
        return nodes.areSomeIn(addresses);
    }

    private static Diagnostic ofCache(Spoken sentence, Cni cni) {
        return Unenforced.diagnostic(
                Rule.NODE_UNSEEN,
                cni,
                CniFeature.NODE_LOCAL_DNS,
                sentence.span(),
                "the DNS cache of the node would not be reached",
                "run the cache in pods of its own, as " + cni.title()
                        + " recommends, and name them: `dns pods(k8s-app=node-local-dns) in kube-system on udp/53, tcp/53`");
    }

    private static Diagnostic ofNodes(Spoken sentence, Peer.Addresses addresses, Cni cni) {
        return Unenforced.diagnostic(
                Rule.NODE_UNSEEN,
                cni,
                CniFeature.NODE_ADDRESSES,
                sentence.span(),
                "`" + addresses.range() + "` is where the cluster's nodes or its API server are",
                "if these are no nodes of the cluster, leave them out of its block and write their addresses here");
    }

    private static Diagnostic inside(Spoken sentence, Peer.Addresses addresses, Cni cni) {
        return Diagnostic.of(
                        Rule.MAYBE_INSIDE,
                        sentence.span(),
                        "among `" + addresses.range() + "` may be nodes and pods, and these are not meant by it")
                .withNote(cni.title() + " matches only what is outside the cluster by its address")
                .withLabel(cni.span(), "the cluster's network plugin")
                .withHelp("name pods by their labels; if only others are meant, write `// knet:allow "
                        + Rule.MAYBE_INSIDE.id() + "` and the reason above this line");
    }
}
