package dev.knet.model;

import dev.knet.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What a file says, resolved. Lists are in source order; the namespaces include the outside of all namespaces, last,
 * if anything is there. DNS is absent where the cluster has none.
 */
public record Topology(
        String name,
        String javaPackage,
        Optional<Dns> dns,
        List<Namespace> namespaces,
        List<Workload> workloads,
        List<Service> services,
        List<Permission> permissions,
        List<Isolation> isolations,
        Span span) {
    public Topology {
        namespaces = List.copyOf(namespaces);
        workloads = List.copyOf(workloads);
        services = List.copyOf(services);
        permissions = List.copyOf(permissions);
        isolations = List.copyOf(isolations);
    }
}
