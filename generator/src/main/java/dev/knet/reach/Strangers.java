package dev.knet.reach;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.LabelQuery.Requirement;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.PolicyObject.Pods;
import dev.knet.reach.objects.PolicyObject.Rule;
import dev.knet.reach.objects.Who;
import dev.knet.reach.policy.Mentioned;
import dev.knet.reach.policy.Queries;
import java.util.ArrayList;
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
import java.util.function.Predicate;

/**
 * Pods that no manifest has but policies speak of: in each namespace one without labels, and one for each selector that
 * no pod of the manifests fits; the same in namespaces that are known by their labels only, and in one that is not known
 * at all.
 */
public final class Strangers {
    /** Of a label that must be there, with whatever value. */
    private static final String ANY_VALUE = "any";

    /** Their pairs are as many as a lock can hold. */
    private static final int MOST_COMBINED = 50;

    private final boolean isThorough;
    private final Map<String, Set<Map<String, String>>> namespaces = new LinkedHashMap<>();
    private final List<Map<String, LabelSets>> podsByNamespace = new ArrayList<>();
    private final Set<Pods> peers = new LinkedHashSet<>();
    private final Map<String, Set<LabelQuery>> own = new TreeMap<>();
    private final Set<End.Stranger> found = new TreeSet<>();

    private Strangers(Collection<ClusterObjects> all, boolean isThorough) {
        this.isThorough = isThorough;
        Set<String> keys = Queries.ofAll(all).podKeys();
        for (ClusterObjects objects : all) {
            for (NamespaceObject namespace : objects.namespaces()) {
                namespaces
                        .computeIfAbsent(namespace.name(), none -> new LinkedHashSet<>())
                        .add(namespace.labels());
            }
            podsByNamespace.add(byNamespace(objects, keys, isThorough));
            objects.policies().forEach(this::read);
            objects.natives().forEach(this::read);
        }
    }

    /**
     * The pods that policies see, by those of their labels that policies see. To be thorough, without those that somebody
     * says are there: he knows some of their labels, and may say something else tomorrow.
     */
    private static Map<String, LabelSets> byNamespace(ClusterObjects objects, Set<String> keys, boolean isThorough) {
        Map<String, LabelSets> byNamespace = new HashMap<>();
        for (PodsObject pods : objects.pods()) {
            boolean isSaid = pods.origin().equals(Origin.HEARSAY);
            if (!pods.hostNetwork() && !(isThorough && isSaid)) {
                Map<String, String> labels = pods.labelsOf(keys);
                byNamespace
                        .computeIfAbsent(pods.namespace(), none -> new LabelSets())
                        .add(labels);
            }
        }
        return byNamespace;
    }

    /** Those of several states of one cluster. */
    public static Set<End.Stranger> of(Collection<ClusterObjects> all) {
        return new Strangers(all, false).find();
    }

    /**
     * Those of several states by which a change of any one requirement shows: one for each value that a selector asks
     * for or refuses. Only those are left out that some pod of every state is just like.
     */
    public static Set<End.Stranger> thoroughly(Collection<ClusterObjects> all) {
        return new Strangers(all, true).find();
    }

    private void read(PolicyObject policy) {
        Set<LabelQuery> queries = own.computeIfAbsent(policy.namespace(), none -> new LinkedHashSet<>());
        queries.add(policy.subjects());
        policy.ingress().orElse(List.of()).forEach(rule -> read(rule, queries));
        policy.egress().orElse(List.of()).forEach(rule -> read(rule, queries));
    }

    /** Wherever it is: its expressions say themselves in which namespaces. */
    private void read(NativePolicy policy) {
        read(policy.subjects());
        for (Optional<NativePolicy.Side> side : List.of(policy.ingress(), policy.egress())) {
            for (NativePolicy.Rule rule : side.map(NativePolicy.Side::rules).orElse(List.of())) {
                read(rule.own());
                read(rule.peers());
            }
        }
    }

    private void read(Who who) {
        for (Who.Pods pods : Mentioned.pods(who)) {
            peers.add(new Pods(Optional.of(pods.namespaces()), pods.pods()));
        }
    }

    private void read(Rule rule, Set<LabelQuery> queries) {
        for (PolicyObject.Peer peer : rule.peers()) {
            peer.fold(
                    pods -> pods.namespaces().isPresent() ? peers.add(pods) : queries.add(pods.pods()), block -> false);
        }
    }

    private Set<End.Stranger> find() {
        found.add(new End.Stranger("", Map.of(), Map.of()));
        namespaces.keySet().forEach(name -> {
            found.add(stranger(name, Map.of()));
            own.getOrDefault(name, Set.of()).forEach(query -> add(name, query));
        });
        Map<LabelQuery, Set<LabelQuery>> byNamespaces = new LinkedHashMap<>();
        peers.forEach(peer -> byNamespaces
                .computeIfAbsent(peer.namespaces().orElseThrow(), none -> new LinkedHashSet<>())
                .add(peer.pods()));
        byNamespaces.forEach((query, pods) -> {
            namespaces.forEach((name, labels) -> {
                if (labels.stream().anyMatch(query::matches)) {
                    pods.forEach(it -> add(name, it));
                }
            });
            witnesses(query).forEach(labels -> addNamespace(labels, pods));
        });
        if (isThorough) {
            namespaces.keySet().forEach(this::combine);
        }
        return found;
    }

    /** Pods that fit two selectors at once, or one and not the other, in one namespace; not if they are very many. */
    private void combine(String namespace) {
        List<Map<String, String>> labels = found.stream()
                .filter(it -> it.namespace().equals(namespace) && !it.labels().isEmpty())
                .map(End.Stranger::labels)
                .toList();
        if (labels.size() > MOST_COMBINED) {
            return;
        }
        for (int i = 0; i < labels.size(); i++) {
            for (int j = 0; j < i; j++) {
                Map<String, String> both = new TreeMap<>(labels.get(i));
                both.putAll(labels.get(j));
                boolean areApart =
                        both.size() == labels.get(i).size() + labels.get(j).size();
                if (areApart && !isThere(namespace, pods -> pods.contains(both))) {
                    found.add(stranger(namespace, both));
                }
            }
        }
    }

    /** In a namespace that is there; which labels it has is for each state to say. */
    private End.Stranger stranger(String namespace, Map<String, String> labels) {
        return new End.Stranger(
                namespace,
                namespaces.getOrDefault(namespace, Set.of()).iterator().next(),
                labels);
    }

    /** A namespace that is not there, but could be. To be thorough, only if nothing else is known does its name do. */
    private void addNamespace(Map<String, String> labels, Set<LabelQuery> pods) {
        String name = labels.getOrDefault(NamespaceObject.NAME_LABEL, "");
        if (name.isEmpty() || !namespaces.containsKey(name)) {
            String shown = isThorough && labels.size() > 1 ? "" : name;
            found.add(new End.Stranger(shown, labels, Map.of()));
            pods.forEach(query -> witnesses(query).forEach(some -> found.add(new End.Stranger(shown, labels, some))));
        }
    }

    private void add(String namespace, LabelQuery query) {
        if (isThorough || !isThere(namespace, pods -> pods.haveSome(query))) {
            witnesses(query).stream()
                    .filter(labels -> !isThere(namespace, pods -> pods.contains(labels)))
                    .forEach(labels -> found.add(stranger(namespace, labels)));
        }
    }

    /** In every state. */
    private boolean isThere(String namespace, Predicate<LabelSets> question) {
        return podsByNamespace.stream().allMatch(state -> question.test(state.getOrDefault(namespace, LabelSets.NONE)));
    }

    private Set<Map<String, String>> witnesses(LabelQuery query) {
        Set<Map<String, String>> witnesses = new LinkedHashSet<>();
        witness(query).ifPresent(labels -> {
            witnesses.add(labels);
            if (isThorough) {
                query.requirements().forEach(it -> addNeighbours(labels, it, witnesses));
            }
        });
        return witnesses;
    }

    /** Differing from the labels in what one requirement is about. */
    private static void addNeighbours(
            Map<String, String> labels, Requirement requirement, Set<Map<String, String>> neighbours) {
        List<String> values = requirement.values().isEmpty() ? List.of(ANY_VALUE) : requirement.values();
        for (String value : values) {
            Map<String, String> neighbour = new TreeMap<>(labels);
            neighbour.put(requirement.key(), value);
            neighbours.add(neighbour);
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
                case EXISTS -> labels.putIfAbsent(requirement.key(), ANY_VALUE);
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
