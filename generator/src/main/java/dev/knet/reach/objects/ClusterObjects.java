package dev.knet.reach.objects;

import java.util.ArrayList;
import java.util.List;

/** Everything that was read, in the order in which it was read, and what is to be said about it. */
public record ClusterObjects(
        List<NamespaceObject> namespaces,
        List<PodsObject> pods,
        List<ServiceObject> services,
        List<PolicyObject> policies,
        List<Finding> findings) {
    /** The namespace of what names none, as kubectl has it. */
    public static final String DEFAULT_NAMESPACE = "default";

    public ClusterObjects {
        namespaces = List.copyOf(namespaces);
        pods = List.copyOf(pods);
        services = List.copyOf(services);
        policies = List.copyOf(policies);
        findings = List.copyOf(findings);
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /** Those of both. */
    public ClusterObjects and(ClusterObjects other) {
        return new ClusterObjects(
                joined(namespaces, other.namespaces),
                joined(pods, other.pods),
                joined(services, other.services),
                joined(policies, other.policies),
                joined(findings, other.findings));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
