package dev.knet.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Requirements that must all hold, in their shortest form: at most two for a key. Every contradiction among them is
 * found, since a label may have any value.
 */
final class Conjunction {
    private final Map<String, Key> keys = new TreeMap<>();

    /** What is required of one label. */
    private static final class Key {
        private @Nullable TreeSet<String> among;
        private final TreeSet<String> without = new TreeSet<>();
        private boolean present;
        private boolean absent;

        void add(Requirement requirement) {
            switch (requirement.operator()) {
                case IN -> {
                    if (among == null) {
                        among = new TreeSet<>(requirement.values());
                    } else {
                        among.retainAll(requirement.values());
                    }
                }
                case NOT_IN -> without.addAll(requirement.values());
                case PRESENT -> present = true;
                case ABSENT -> absent = true;
            }
        }

        /** Adds what is left to require; false if nothing can satisfy it. */
        boolean addTo(List<Requirement> requirements, String key) {
            if (absent) {
                requirements.add(new Requirement(key, Requirement.Operator.ABSENT, List.of()));
                return !present && among == null;
            }
            if (among != null) {
                among.removeAll(without);
                requirements.add(new Requirement(key, Requirement.Operator.IN, List.copyOf(among)));
                return !among.isEmpty();
            }
            if (present) {
                requirements.add(new Requirement(key, Requirement.Operator.PRESENT, List.of()));
            }
            if (!without.isEmpty()) {
                requirements.add(new Requirement(key, Requirement.Operator.NOT_IN, List.copyOf(without)));
            }
            return true;
        }
    }

    private Conjunction() {}

    private Conjunction add(Requirement requirement) {
        Key key = keys.get(requirement.key());
        if (key == null) {
            key = new Key();
            keys.put(requirement.key(), key);
        }
        key.add(requirement);
        return this;
    }

    private Conjunction add(Selector selector) {
        selector.requirements().forEach(this::add);
        return this;
    }

    private Optional<Selector> selector() {
        List<Requirement> requirements = new ArrayList<>();
        for (Map.Entry<String, Key> entry : keys.entrySet()) {
            if (!entry.getValue().addTo(requirements, entry.getKey())) {
                return Optional.empty();
            }
        }
        return Optional.of(new Selector(requirements));
    }

    /** What both select; nothing if no labels at all satisfy both. */
    static Optional<Selector> both(Selector one, Selector other) {
        return new Conjunction().add(one).add(other).selector();
    }

    /** What the one selects and the other does not: one part for each requirement that can fail, since either may. */
    static List<Selector> less(Selector one, Selector other) {
        List<Selector> parts = new ArrayList<>();
        for (Requirement requirement : other.requirements()) {
            new Conjunction().add(one).add(negation(requirement)).selector().ifPresent(parts::add);
        }
        return parts;
    }

    /** An absent label is none of any values, so each is the exact opposite of another. */
    private static Requirement negation(Requirement requirement) {
        Requirement.Operator opposite = switch (requirement.operator()) {
            case IN -> Requirement.Operator.NOT_IN;
            case NOT_IN -> Requirement.Operator.IN;
            case PRESENT -> Requirement.Operator.ABSENT;
            case ABSENT -> Requirement.Operator.PRESENT;
        };
        return new Requirement(requirement.key(), opposite, requirement.values());
    }
}
