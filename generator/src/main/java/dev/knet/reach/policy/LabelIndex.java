package dev.knet.reach.policy;

import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.LabelQuery.Requirement;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Things by their labels, known by their places, so that each query becomes a set of them without asking all. */
public final class LabelIndex {
    private final BitSet all = new BitSet();

    /** By key and value of a label, those that have it. */
    private final Map<String, Map<String, BitSet>> labels = new HashMap<>();

    private final Map<LabelQuery, BitSet> known = new HashMap<>();

    /** All have to be there before anything is asked. */
    public void add(int place, Map<String, String> own) {
        all.set(place);
        own.forEach((key, value) -> labels.computeIfAbsent(key, none -> new HashMap<>())
                .computeIfAbsent(value, none -> new BitSet())
                .set(place));
    }

    /** Those that satisfy the query; not to be changed. */
    public BitSet matching(LabelQuery query) {
        return query.isEverything() ? all : known.computeIfAbsent(query, this::find);
    }

    private BitSet find(LabelQuery query) {
        BitSet matching = (BitSet) all.clone();
        for (Requirement requirement : query.requirements()) {
            restrict(matching, requirement);
        }
        return matching;
    }

    private void restrict(BitSet matching, Requirement requirement) {
        Map<String, BitSet> values = labels.getOrDefault(requirement.key(), Map.of());
        switch (requirement.operator()) {
            case IN -> matching.and(union(values, Optional.of(requirement.values())));
            case NOT_IN -> matching.andNot(union(values, Optional.of(requirement.values())));
            case EXISTS -> matching.and(union(values, Optional.empty()));
            case DOES_NOT_EXIST -> matching.andNot(union(values, Optional.empty()));
        }
    }

    /** Those that have one of the values, or any of all. */
    private static BitSet union(Map<String, BitSet> byValue, Optional<List<String>> values) {
        BitSet union = new BitSet();
        if (values.isEmpty()) {
            byValue.values().forEach(union::or);
        } else {
            values.get().forEach(value -> union.or(byValue.getOrDefault(value, new BitSet())));
        }
        return union;
    }
}
