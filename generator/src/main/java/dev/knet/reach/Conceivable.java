package dev.knet.reach;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.LabelQuery.Operator;
import dev.knet.reach.objects.LabelQuery.Requirement;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.PolicyObject.Pods;
import dev.knet.reach.objects.PolicyObject.Rule;
import dev.knet.reach.policy.Direction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every sort of pod that could run in a cluster and that some selectors can tell from the others: for each key that they
 * ask for, each value that they name, another one, and none.
 */
final class Conceivable {
    /** Beyond this, an answer would take longer than anybody waits. */
    private static final int MOST = 20_000;

    private static final String ANOTHER = "another";

    private final List<Pods> peers = new ArrayList<>();
    private final Map<String, List<LabelQuery>> own = new HashMap<>();
    private final Collection<NamespaceObject> namespaces;
    private final Set<End.Stranger> found = new LinkedHashSet<>();
    private boolean isTooMany;

    private Conceivable(ClusterObjects objects) {
        this.namespaces = objects.namespaces();
    }

    /**
     * Those that can differ as ends of connections with others.
     *
     * @param meant who is asked about
     * @param others the policies that decide at the other end
     * @param opening the policies that open something to the other end, of those that decide at this one
     * @param side at which side of the connections these pods are
     * @return empty if there are too many
     */
    static Optional<Collection<End.Stranger>> of(
            ClusterObjects objects,
            List<Selection> meant,
            Collection<PolicyObject> others,
            Collection<PolicyObject> opening,
            Direction side) {
        Conceivable conceivable = new Conceivable(objects);
        meant.forEach(conceivable::read);
        for (PolicyObject policy : others) {
            Optional<List<Rule>> rules = side == Direction.EGRESS ? policy.ingress() : policy.egress();
            rules.orElse(List.of()).forEach(rule -> conceivable.read(policy, rule));
        }
        opening.forEach(policy -> conceivable.ownIn(policy.namespace()).add(policy.subjects()));
        for (PolicyObject policy : objects.policies()) {
            boolean isolates = (side == Direction.EGRESS ? policy.egress() : policy.ingress()).isPresent();
            if (isolates && isEscapedByALabel(policy.subjects())) {
                conceivable.ownIn(policy.namespace()).add(policy.subjects());
            }
        }
        conceivable.find();
        return conceivable.isTooMany ? Optional.empty() : Optional.of(conceivable.found);
    }

    /** Whether a pod is not selected because it has a label. From all other selectors, one escapes by having none. */
    private static boolean isEscapedByALabel(LabelQuery subjects) {
        return subjects.requirements().stream()
                .anyMatch(it -> it.operator() == Operator.NOT_IN || it.operator() == Operator.DOES_NOT_EXIST);
    }

    private List<LabelQuery> ownIn(String namespace) {
        return own.computeIfAbsent(namespace, none -> new ArrayList<>());
    }

    private void read(Selection selection) {
        if (selection instanceof Selection.Pods pods) {
            if (pods.namespace().isPresent()) {
                ownIn(pods.namespace().get()).add(pods.pods());
            } else {
                peers.add(new Pods(Optional.of(pods.namespaces()), pods.pods()));
            }
        }
    }

    private void read(PolicyObject policy, Rule rule) {
        for (PolicyObject.Peer peer : rule.peers()) {
            if (peer instanceof Pods pods) {
                if (pods.namespaces().isPresent()) {
                    peers.add(pods);
                } else {
                    ownIn(policy.namespace()).add(pods.pods());
                }
            }
        }
    }

    private void find() {
        Set<String> names = new TreeSet<>();
        for (NamespaceObject namespace : namespaces) {
            names.add(namespace.name());
            in(namespace.name(), namespace.labels());
        }
        for (String name : own.keySet()) {
            if (names.add(name)) {
                in(name, Map.of(NamespaceObject.NAME_LABEL, name));
            }
        }
        List<LabelQuery> queries = new ArrayList<>();
        peers.forEach(peer -> queries.add(peer.namespaces().orElseThrow()));
        for (Map<String, String> labels : combinations(queries)) {
            String name = labels.getOrDefault(NamespaceObject.NAME_LABEL, "");
            // Without a name, it has one that nobody asks for: that is the other one.
            if (!name.startsWith(ANOTHER) && !names.contains(name)) {
                in(name, labels);
            }
        }
    }

    private void in(String namespace, Map<String, String> namespaceLabels) {
        List<LabelQuery> queries = new ArrayList<>(own.getOrDefault(namespace, List.of()));
        for (Pods peer : peers) {
            if (peer.namespaces().orElseThrow().matches(namespaceLabels)) {
                queries.add(peer.pods());
            }
        }
        for (Map<String, String> labels : combinations(queries)) {
            if (found.size() >= MOST) {
                isTooMany = true;
                return;
            }
            found.add(new End.Stranger(namespace, namespaceLabels, labels));
        }
    }

    /** All labels that some of the queries could tell from others. */
    private List<Map<String, String>> combinations(List<LabelQuery> queries) {
        Map<String, Set<String>> values = new TreeMap<>();
        for (LabelQuery query : queries) {
            for (Requirement requirement : query.requirements()) {
                values.computeIfAbsent(requirement.key(), none -> new TreeSet<>())
                        .addAll(requirement.values());
            }
        }
        List<Map<String, String>> combinations = new ArrayList<>();
        combinations.add(Map.of());
        for (Map.Entry<String, Set<String>> key : values.entrySet()) {
            if ((long) combinations.size() * (key.getValue().size() + 2) > MOST) {
                isTooMany = true;
                return List.of();
            }
            combinations = extended(combinations, key.getKey(), key.getValue());
        }
        return combinations;
    }

    private static List<Map<String, String>> extended(
            List<Map<String, String>> combinations, String key, Set<String> values) {
        List<Map<String, String>> extended = new ArrayList<>(combinations);
        Set<String> all = new LinkedHashSet<>(values);
        String another = ANOTHER;
        while (values.contains(another)) {
            another += "-" + ANOTHER;
        }
        all.add(another);
        for (Map<String, String> labels : combinations) {
            for (String value : all) {
                Map<String, String> more = new TreeMap<>(labels);
                more.put(key, value);
                extended.add(more);
            }
        }
        return extended;
    }
}
