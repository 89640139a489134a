package dev.knet.model;

import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that runs pods. The labels are those of its pods; the selector is what policies and services know it by.
 * Nothing but policies is written for an existing one, whose pods may have labels that are not known here.
 */
public record Workload(
        Namespace namespace,
        Kind kind,
        String name,
        boolean existing,
        SortedMap<String, String> labels,
        Selector selector,
        OptionalInt replicas,
        Optional<String> schedule,
        Optional<Account> account,
        boolean hostNetwork,
        List<Container> containers,
        Additions additions,
        String doc,
        Span span) {

    /** The label by which a workload is known, unless it is an existing one that says others. */
    public static final String APP_LABEL = "app";

    public Workload {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        containers = List.copyOf(containers);
    }

    /** `shop/web`, or `web` outside all namespaces. */
    public String qualifiedName() {
        return namespace.qualify(name);
    }

    /**
     * Whether a selector selects its pods: empty if that depends on labels that are not known here, those that others
     * gave to an existing one, or that its controller adds.
     */
    public Optional<Boolean> selectedBy(Selector selector) {
        return selector.decide(labels, key -> !existing && !kind.adds(key));
    }

    /** Whether a selection may stand for its pods, as far as their labels and those of the namespace are known. */
    public boolean mayBeOf(Peer.Pods pods) {
        boolean inNamespace = pods.namespaces()
                .fold(
                        one -> one.namespace().equals(namespace),
                        matching -> namespace.selectedBy(matching.selector()).orElse(true));
        return inNamespace && selectedBy(pods.selector()).orElse(true);
    }

    /** All ports of all containers, in their order; those that run before the pod listens have none. */
    public List<ContainerPort> ports() {
        List<ContainerPort> ports = new ArrayList<>();
        for (Container container : containers) {
            if (container.role() != Container.Role.INIT) {
                ports.addAll(container.ports());
            }
        }
        return ports;
    }

    /** Whether it says what it listens on; one that does not may listen on anything. */
    public boolean declaresPorts() {
        return !ports().isEmpty();
    }

    /** Two workloads are the same if they are the same object: a topology has each once. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
