package dev.knet.model;

import java.util.Optional;

/** What two sets of pods have in common, exactly. */
final class PodSets {
    private PodSets() {}

    /**
     * The pods of {@code inside}, which is a set of one namespace, that {@code peer} stands for too. Whether the peer
     * means that namespace is not asked. Empty if there can be none.
     */
    static Optional<Peer.Pods> common(Peer.Pods peer, Peer.Pods inside) {
        if (peer.workload().isPresent() && inside.workload().isPresent()) {
            return peer.workload().equals(inside.workload()) ? Optional.of(inside) : Optional.empty();
        }
        if (inside.workload().isPresent()) {
            return ofWorkload(inside, inside.workload().get(), peer);
        }
        if (peer.workload().isPresent()) {
            return ofWorkload(peer, peer.workload().get(), inside);
        }
        return both(peer, inside);
    }

    private static Optional<Peer.Pods> ofWorkload(Peer.Pods pods, Workload workload, Peer.Pods selection) {
        Optional<Boolean> selected = workload.selectedBy(selection.selector());
        if (selected.isEmpty()) {
            return both(pods, selection, pods.namespaces());
        }
        return selected.get() ? Optional.of(pods) : Optional.empty();
    }

    private static Optional<Peer.Pods> both(Peer.Pods peer, Peer.Pods inside) {
        return both(peer, inside, inside.namespaces());
    }

    private static Optional<Peer.Pods> both(Peer.Pods one, Peer.Pods other, Namespaces namespaces) {
        Selector selector = one.selector().and(other.selector());
        return selector.isContradiction() ? Optional.empty() : Optional.of(Peer.Pods.of(namespaces, selector));
    }
}
