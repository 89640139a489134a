package dev.knet.reach.read;

import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.read.SelectorTerm.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * By the keys of labels, all values that could matter: those that something has, those that selectors name, and for parts of
 * values some that have them. So a selector that asks for parts becomes one that asks for values.
 */
final class LabelValues {
    /** Of one key. Their combinations are the third power. */
    private static final int MOST_PATTERNS = 12;

    private final Map<String, Set<String>> named = new HashMap<>();
    private final Map<String, Set<SelectorTerm.Text>> patterns = new HashMap<>();
    private final Map<String, Set<String>> complete = new HashMap<>();

    void add(Map<String, String> labels) {
        labels.forEach(this::add);
    }

    void add(LabelQuery query) {
        query.requirements().forEach(it -> it.values().forEach(value -> add(it.key(), value)));
    }

    private void add(String key, String value) {
        named.computeIfAbsent(key, none -> new TreeSet<>()).add(value);
    }

    /** Whether there is still room for what it asks for. */
    boolean add(SelectorTerm term) {
        if (term instanceof SelectorTerm.Text text) {
            Set<SelectorTerm.Text> own = patterns.computeIfAbsent(text.key(), none -> new LinkedHashSet<>());
            own.add(text);
            return own.size() <= MOST_PATTERNS;
        }
        if (term instanceof SelectorTerm.Label label) {
            label.requirement()
                    .values()
                    .forEach(value -> add(label.requirement().key(), value));
            return true;
        }
        if (term instanceof SelectorTerm.Not not) {
            return add(not.part());
        }
        List<SelectorTerm> parts = term instanceof SelectorTerm.And and
                ? and.parts()
                : term instanceof SelectorTerm.Or or ? or.parts() : List.of();
        boolean hasRoom = true;
        for (SelectorTerm part : parts) {
            hasRoom &= add(part);
        }
        return hasRoom;
    }

    /** When everything is known. */
    Stream<String> of(String key) {
        return complete.computeIfAbsent(key, this::complete).stream();
    }

    private Set<String> complete(String key) {
        Set<String> values = new TreeSet<>(named.getOrDefault(key, Set.of()));
        List<String> begins = new ArrayList<>(List.of(""));
        List<String> middles = new ArrayList<>(List.of(""));
        List<String> ends = new ArrayList<>(List.of(""));
        for (SelectorTerm.Text it : patterns.getOrDefault(key, Set.of())) {
            (it.pattern() == Pattern.STARTS_WITH ? begins : it.pattern() == Pattern.ENDS_WITH ? ends : middles)
                    .add(it.text());
        }
        middles.add(String.join("", middles));
        for (String begin : begins) {
            for (String middle : middles) {
                for (String end : ends) {
                    values.add(begin + middle + end);
                }
            }
        }
        return values;
    }
}
