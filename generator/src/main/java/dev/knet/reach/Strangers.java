package dev.knet.reach;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.LabelQuery.Requirement;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.PolicyObject.Pods;
import dev.knet.reach.objects.PolicyObject.Rule;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Pods that no manifest has but policies speak of: in each namespace one without labels, and one for each selector that
 * no pod of the manifests fits; the same in namespaces that are known by their labels only, and in one that is not known
 * at all.
 */
public final class Strangers {
    private final Map<String, Map<String, String>> namespaces = new LinkedHashMap<>();
    private final Map<String, Set<Map<String, String>>> podsByNamespace = new HashMap<>();
    private final Set<Pods> peers = new LinkedHashSet<>();
    private final Map<String, Set<LabelQuery>> own = new TreeMap<>();
    private final Set<End.Stranger> found = new TreeSet<>();

    private Strangers(Collection<ClusterObjects> all) {
        for (ClusterObjects objects : all) {
            for (NamespaceObject namespace : objects.namespaces()) {
                namespaces.put(namespace.name(), namespace.labels());
            }
            for (PodsObject pods : objects.pods()) {
                podsByNamespace
                        .computeIfAbsent(pods.namespace(), none -> new LinkedHashSet<>())
                        .add(pods.labels());
            }
            objects.policies().forEach(this::read);
        }
    }

    /** Those of several states of one cluster. */
    public static Set<End.Stranger> of(Collection<ClusterObjects> all) {
        return new Strangers(all).find();
    }

    private void read(PolicyObject policy) {
        Set<LabelQuery> queries = own.computeIfAbsent(policy.namespace(), none -> new LinkedHashSet<>());
        queries.add(policy.subjects());
        policy.ingress().orElse(List.of()).forEach(rule -> read(rule, queries));
        policy.egress().orElse(List.of()).forEach(rule -> read(rule, queries));
    }

    private void read(Rule rule, Set<LabelQuery> queries) {
        for (PolicyObject.Peer peer : rule.peers()) {
            peer.fold(
                    pods -> pods.namespaces().isPresent() ? peers.add(pods) : queries.add(pods.pods()), block -> false);
        }
    }

    private Set<End.Stranger> find() {
        found.add(new End.Stranger("", Map.of(), Map.of()));
        namespaces.forEach((name, labels) -> {
            found.add(new End.Stranger(name, labels, Map.of()));
            own.getOrDefault(name, Set.of()).forEach(query -> add(name, labels, query));
        });
        Map<LabelQuery, Set<LabelQuery>> byNamespaces = new LinkedHashMap<>();
        peers.forEach(peer -> byNamespaces
                .computeIfAbsent(peer.namespaces().orElseThrow(), none -> new LinkedHashSet<>())
                .add(peer.pods()));
        byNamespaces.forEach((query, pods) -> {
            namespaces.forEach((name, labels) -> {
                if (query.matches(labels)) {
                    pods.forEach(it -> add(name, labels, it));
                }
            });
            addNamespace(query, pods);
        });
        return found;
    }

    /** A namespace that is not there, but could be. */
    private void addNamespace(LabelQuery query, Set<LabelQuery> pods) {
        Optional<Map<String, String>> labels = witness(query);
        if (labels.isEmpty()) {
            return;
        }
        String name = labels.get().getOrDefault(NamespaceObject.NAME_LABEL, "");
        if (name.isEmpty() || !namespaces.containsKey(name)) {
            found.add(new End.Stranger(name, labels.get(), Map.of()));
            for (LabelQuery it : pods) {
                witness(it).ifPresent(some -> found.add(new End.Stranger(name, labels.get(), some)));
            }
        }
    }

    private void add(String namespace, Map<String, String> namespaceLabels, LabelQuery query) {
        boolean isThere =
                podsByNamespace.getOrDefault(namespace, Set.of()).stream().anyMatch(query::matches);
        if (!isThere) {
            witness(query).ifPresent(labels -> found.add(new End.Stranger(namespace, namespaceLabels, labels)));
        }
    }

    /** As few labels as can be that the query asks for; empty if no labels satisfy it. */
    static Optional<Map<String, String>> witness(LabelQuery query) {
        Map<String, String> labels = new TreeMap<>();
        for (Requirement requirement : query.requirements()) {
            switch (requirement.operator()) {
                case IN ->
                    requirement.values().stream()
                            .sorted()
                            .filter(value -> admits(query, requirement.key(), value))
                            .findFirst()
                            .ifPresent(value -> labels.put(requirement.key(), value));
                case EXISTS -> labels.putIfAbsent(requirement.key(), "any");
                case NOT_IN, DOES_NOT_EXIST -> {}
            }
        }
        return query.matches(labels) ? Optional.of(labels) : Optional.empty();
    }

    private static boolean admits(LabelQuery query, String key, String value) {
        return query.requirements().stream()
                .filter(it -> it.key().equals(key))
                .allMatch(it -> it.matches(Map.of(key, value)));
    }
}
