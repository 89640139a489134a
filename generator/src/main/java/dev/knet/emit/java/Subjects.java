package dev.knet.emit.java;

import dev.knet.lower.Latent;
import dev.knet.lower.Manifest;
import dev.knet.model.Cluster;
import dev.knet.model.CniFeature;
import dev.knet.model.Direction;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Ownership;
import dev.knet.model.Peer;
import dev.knet.model.PeerGroup;
import dev.knet.model.Service;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.List;

/**
 * What can be an end of a sentence in Java, and what its subject, which it isolates: what is isolated already, and the workloads
 * of which is known what has to stay open if they come to be. Nothing can where the network plugin would not enforce it.
 */
final class Subjects {
    private final Cluster cluster;
    private final Ownership ownership;
    private final IsolatedPods isolated;
    private final Latent latent;

    Subjects(Topology topology, IsolatedPods isolated, Latent latent) {
        this.cluster = topology.cluster();
        this.ownership = Ownership.of(topology);
        this.isolated = isolated;
        this.latent = latent;
    }

    /** Whether a sentence whose subject this is in this direction isolates nobody. */
    boolean isIsolated(Direction direction, List<Peer> peers) {
        return peers.stream().allMatch(peer -> isolated.containsAtOnce(direction, peer));
    }

    boolean canBeIsolated(Direction direction, List<Peer> peers) {
        boolean isEnforced = cluster.enforces(CniFeature.INGRESS) && cluster.enforces(CniFeature.EGRESS);
        return isEnforced && !peers.isEmpty() && peers.stream().allMatch(peer -> canBeIsolated(direction, peer));
    }

    private boolean canBeIsolated(Direction direction, Peer peer) {
        return peer instanceof Peer.Pods pods
                && pods.namespace().isPresent()
                && ownership.owns(pods)
                && (isolated.containsAtOnce(direction, pods)
                        || pods.workload()
                                .map(workload -> latent.knows(workload, direction))
                                .orElse(false));
    }

    /** Whether the file lets it reach something, so that it has to ask for names if it comes to be isolated. */
    boolean isDnsClientOnceIsolated(Workload workload) {
        return latent.isDnsClient(workload);
    }

    List<Manifest> latent(Workload workload, Direction direction) {
        return latent.policies(workload, direction);
    }

    /** Whether a sentence can name it at all: none can name pods on the network of their node. */
    boolean isPeer(Workload workload) {
        return !workload.hostNetwork();
    }

    /** Where the network plugin looks at packets before a service has sent them on, its ports have to be those of the pods. */
    boolean isPeer(Service.OfWorkload service) {
        return isPeer(service.workload())
                && service.ports().stream()
                        .allMatch(port -> port.number() == port.targetNumber()
                                || cluster.enforces(CniFeature.mappingOf(port.protocol())));
    }

    boolean isPeer(PeerGroup group) {
        boolean hasHidden = group.peers().stream()
                .flatMap(peer -> peer.asPods().flatMap(Peer.Pods::workload).stream())
                .anyMatch(Workload::hostNetwork);
        return !hasHidden && latent.isEnforced(group);
    }
}
