package dev.knet.model;

import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the files of one name say, resolved. Lists are in source order; the namespaces include the outside of all
 * namespaces, last, if anything is there. DNS is absent where the cluster has none. The topologies that it uses are
 * there by their names: what they declare can be an end of its sentences, but is none of its own things.
 */
public record Topology(
        String name,
        String javaPackage,
        Set<String> uses,
        Cluster cluster,
        Optional<Dns> dns,
        List<Namespace> namespaces,
        List<Workload> workloads,
        List<Service> services,
        List<PeerGroup> groups,
        List<Permission> permissions,
        List<Denial> denials,
        List<Isolation> isolations,
        List<Expectation> expectations,
        Span span) {
    public Topology {
        uses = Collections.unmodifiableSortedSet(new TreeSet<>(uses));
        namespaces = List.copyOf(namespaces);
        workloads = List.copyOf(workloads);
        services = List.copyOf(services);
        groups = List.copyOf(groups);
        permissions = List.copyOf(permissions);
        denials = List.copyOf(denials);
        isolations = List.copyOf(isolations);
        expectations = List.copyOf(expectations);
    }

    /** The same in another Java package. */
    public Topology inPackage(String other) {
        return with(other, permissions, isolations);
    }

    /** The same with one more statement that isolates. */
    public Topology and(Isolation isolation) {
        List<Isolation> all = new ArrayList<>(isolations);
        all.add(isolation);
        return with(javaPackage, permissions, all);
    }

    /** The same with one more sentence. */
    public Topology and(Permission permission) {
        List<Permission> all = new ArrayList<>(permissions);
        all.add(permission);
        return with(javaPackage, all, isolations);
    }

    private Topology with(String otherPackage, List<Permission> otherPermissions, List<Isolation> otherIsolations) {
        return new Topology(
                name,
                otherPackage,
                uses,
                cluster,
                dns,
                namespaces,
                workloads,
                services,
                groups,
                otherPermissions,
                denials,
                otherIsolations,
                expectations,
                span);
    }
}
