package dev.knet.model;

import java.util.List;
import java.util.Optional;

/**
 * What the file says of the cluster beside its DNS: the network plugin, absent where any that keeps to the standard is
 * meant, and where the nodes and the API server are.
 */
public record Cluster(Optional<Cni> cni, List<Peer> nodes, List<Peer> apiserver) {
    public static final Cluster UNKNOWN = new Cluster(Optional.empty(), List.of(), List.of());

    public Cluster {
        nodes = List.copyOf(nodes);
        apiserver = List.copyOf(apiserver);
    }

    /** Whether policies for it can rely on this. */
    public boolean enforces(CniFeature feature) {
        return cni.isEmpty() || cni.get().enforces(feature);
    }
}
