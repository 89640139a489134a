package dev.knet.check;

import dev.knet.model.AddressRange;
import dev.knet.model.Cluster;
import dev.knet.model.Peer;
import java.util.ArrayList;
import java.util.List;

/** Where the nodes of the cluster and its API server are, as far as that is said. */
record NodeAddresses(List<Peer.Addresses> ranges) {
    static final NodeAddresses NONE = new NodeAddresses(List.of());

    NodeAddresses {
        ranges = List.copyOf(ranges);
    }

    static NodeAddresses of(Cluster cluster) {
        List<Peer> all = new ArrayList<>(cluster.nodes());
        all.addAll(cluster.apiserver());
        return of(all);
    }

    /** Without the API server, which need not be on one of them. */
    static NodeAddresses ofNodes(Cluster cluster) {
        return of(cluster.nodes());
    }

    private static NodeAddresses of(List<Peer> all) {
        List<Peer.Addresses> ranges = new ArrayList<>();
        for (Peer peer : all) {
            if (peer instanceof Peer.Addresses addresses) {
                ranges.add(addresses);
            }
        }
        return new NodeAddresses(ranges);
    }

    /** Whether a range means nothing else. */
    boolean contain(AddressRange range) {
        for (Peer.Addresses nodes : ranges) {
            if (contains(nodes, range)) {
                return true;
            }
        }
        return false;
    }

    /** Whether addresses mean some of them, and others. */
    boolean areSomeIn(Peer.Addresses addresses) {
        for (Peer.Addresses nodes : ranges) {
            if (contains(addresses, nodes.range())) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(Peer.Addresses wide, AddressRange narrow) {
        for (AddressRange except : wide.except()) {
            if (except.contains(narrow)) {
                return false;
            }
        }
        return wide.range().contains(narrow);
    }
}
