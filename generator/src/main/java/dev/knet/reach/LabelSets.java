package dev.knet.reach;

import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.LabelQuery.Operator;
import dev.knet.reach.objects.LabelQuery.Requirement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The labels of some pods, each once, so that what one of them fits is found without asking all. */
final class LabelSets {
    static final LabelSets NONE = new LabelSets();

    private final Set<Map<String, String>> all = new HashSet<>();
    private final Map<String, Map<String, Set<Map<String, String>>>> byLabel = new HashMap<>();

    void add(Map<String, String> labels) {
        if (all.add(labels)) {
            labels.forEach((key, value) -> byLabel.computeIfAbsent(key, none -> new HashMap<>())
                    .computeIfAbsent(value, none -> new HashSet<>())
                    .add(labels));
        }
    }

    boolean contains(Map<String, String> labels) {
        return all.contains(labels);
    }

    /** Whether some of them satisfy the query. */
    boolean haveSome(LabelQuery query) {
        for (Requirement requirement : query.requirements()) {
            if (requirement.operator() == Operator.IN) {
                Map<String, Set<Map<String, String>>> byValue = byLabel.getOrDefault(requirement.key(), Map.of());
                return requirement.values().stream()
                        .anyMatch(value ->
                                byValue.getOrDefault(value, Set.of()).stream().anyMatch(query::matches));
            }
        }
        return all.stream().anyMatch(query::matches);
    }
}
