package dev.knet.model;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which pods are a topology's own: policies are written for these, and never for others that come from a topology that it
 * uses. Its own are those of all namespaces that it has a block for, also of one that another topology makes.
 */
public final class Ownership {
    private final boolean ofAll;
    private final Set<Namespace> namespaces;

    private Ownership(Topology topology) {
        this.ofAll = topology.uses().isEmpty();
        this.namespaces = ofAll ? Set.of() : new HashSet<>(topology.namespaces());
    }

    public static Ownership of(Topology topology) {
        return new Ownership(topology);
    }

    public boolean owns(Peer.Pods pods) {
        Optional<Namespace> namespace = pods.namespace();
        return ofAll || namespace.isPresent() && namespaces.contains(namespace.get());
    }
}
