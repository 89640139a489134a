package dev.knet.model;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which pods are a topology's own: policies are written for these, never for what comes from one that it uses. */
public final class Ownership {
    private final boolean ofAll;
    private final Set<Workload> workloads;
    private final Set<Namespace> namespaces;

    private Ownership(Topology topology) {
        this.ofAll = topology.uses().isEmpty();
        this.workloads = ofAll ? Set.of() : new HashSet<>(topology.workloads());
        this.namespaces = ofAll ? Set.of() : new HashSet<>(topology.namespaces());
    }

    public static Ownership of(Topology topology) {
        return new Ownership(topology);
    }

    /** Whether they are those of an own workload, or selected in a namespace that the topology has a block for. */
    public boolean owns(Peer.Pods pods) {
        if (ofAll) {
            return true;
        }
        Optional<Namespace> namespace = pods.namespace();
        return pods.workload().isPresent()
                ? workloads.contains(pods.workload().get())
                : namespace.isPresent() && namespaces.contains(namespace.get());
    }
}
