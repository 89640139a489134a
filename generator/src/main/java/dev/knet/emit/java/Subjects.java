package dev.knet.emit.java;

import dev.knet.lower.Latent;
import dev.knet.lower.Manifest;
import dev.knet.model.Direction;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Ownership;
import dev.knet.model.Peer;
import dev.knet.model.PeerGroup;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be the subject of a sentence in Java, which isolates it: what is isolated already, and the workloads of which is
 * known what has to stay open if they come to be.
 */
final class Subjects {
    private final Ownership ownership;
    private final IsolatedPods isolated;
    private final Latent latent;

    Subjects(Topology topology, IsolatedPods isolated, Latent latent) {
        this.ownership = Ownership.of(topology);
        this.isolated = isolated;
        this.latent = latent;
    }

    /** Whether a sentence whose subject this is in this direction isolates nobody. */
    boolean isIsolated(Direction direction, List<Peer> peers) {
        return peers.stream().allMatch(peer -> isolated.contains(direction, peer));
    }

    boolean canBeIsolated(Direction direction, List<Peer> peers) {
        return !peers.isEmpty() && peers.stream().allMatch(peer -> canBeIsolated(direction, peer));
    }

    private boolean canBeIsolated(Direction direction, Peer peer) {
        return peer instanceof Peer.Pods pods
                && pods.namespace().isPresent()
                && ownership.owns(pods)
                && (isolated.contains(direction, pods)
                        || pods.workload()
                                .map(workload -> latent.knows(workload, direction))
                                .orElse(false));
    }

    List<Manifest> latent(Workload workload, Direction direction) {
        return latent.policies(workload, direction);
    }

    static List<Peer> peers(PeerGroup group) {
        List<Peer> peers = new ArrayList<>();
        group.members().forEach(member -> peers.addAll(member.peers()));
        return peers;
    }
}
