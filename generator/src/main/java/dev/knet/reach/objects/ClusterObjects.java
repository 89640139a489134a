package dev.knet.reach.objects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Everything that was read, in the order in which it was read, and what is to be said about it.
 *
 * @param policies those of Kubernetes itself
 * @param natives policies of other kinds
 */
public record ClusterObjects(
        List<NamespaceObject> namespaces,
        List<PodsObject> pods,
        List<ServiceObject> services,
        List<PolicyObject> policies,
        List<NativePolicy> natives,
        List<Finding> findings) {
    public static final ClusterObjects NONE = new ClusterObjects(List.of(), List.of(), List.of(), List.of(), List.of());

    /** The namespace of what names none, as kubectl has it. */
    public static final String DEFAULT_NAMESPACE = "default";

    public ClusterObjects {
        namespaces = List.copyOf(namespaces);
        pods = List.copyOf(pods);
        services = List.copyOf(services);
        policies = List.copyOf(policies);
        natives = List.copyOf(natives);
        findings = List.copyOf(findings);
    }

    public ClusterObjects(
            List<NamespaceObject> namespaces,
            List<PodsObject> pods,
            List<ServiceObject> services,
            List<PolicyObject> policies,
            List<Finding> findings) {
        this(namespaces, pods, services, policies, List.of(), findings);
    }

    /** The same with other things to be said about it. */
    public ClusterObjects with(List<Finding> others) {
        return new ClusterObjects(namespaces, pods, services, policies, natives, others);
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /** All that these have. Of a namespace that several speak of, each may know some labels; what the last one says counts. */
    public static ClusterObjects of(List<ClusterObjects> parts) {
        return parts.size() == 1
                ? parts.get(0)
                : new ClusterObjects(
                        namespaces(parts),
                        joined(parts, ClusterObjects::pods),
                        joined(parts, ClusterObjects::services),
                        joined(parts, ClusterObjects::policies),
                        joined(parts, ClusterObjects::natives),
                        joined(parts, ClusterObjects::findings));
    }

    private static List<NamespaceObject> namespaces(List<ClusterObjects> parts) {
        Map<String, NamespaceObject> byName = new LinkedHashMap<>();
        for (NamespaceObject namespace : joined(parts, ClusterObjects::namespaces)) {
            byName.merge(namespace.name(), namespace, NamespaceObject::and);
        }
        return List.copyOf(byName.values());
    }

    /** Those of both. */
    public ClusterObjects and(ClusterObjects other) {
        return of(List.of(this, other));
    }

    private static <T> List<T> joined(List<ClusterObjects> parts, Function<ClusterObjects, List<T>> list) {
        List<T> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(list.apply(part)));
        return all;
    }
}
