package dev.knet.lower;

import java.util.ArrayList;
import java.util.List;

/**
 * All objects of a topology, by what they are and each list sorted by namespace and name, so that the order of the
 * source does not show.
 */
public record Manifests(
        List<Manifest> namespaces,
        List<Manifest> policies,
        List<Manifest> serviceAccounts,
        List<Manifest> services,
        List<Manifest> workloads) {
    public Manifests {
        namespaces = List.copyOf(namespaces);
        policies = List.copyOf(policies);
        serviceAccounts = List.copyOf(serviceAccounts);
        services = List.copyOf(services);
        workloads = List.copyOf(workloads);
    }

    /** In an order that is safe to apply: nothing runs before its policies are there. */
    public List<Manifest> all() {
        List<Manifest> all = new ArrayList<>(namespaces);
        all.addAll(policies);
        all.addAll(serviceAccounts);
        all.addAll(services);
        all.addAll(workloads);
        return all;
    }
}
