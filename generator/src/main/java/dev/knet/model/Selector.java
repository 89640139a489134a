package dev.knet.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Requirements on labels, all of which must hold; sorted and without repetition. None at all: everything. */
public record Selector(List<Requirement> requirements) {
    public static final Selector EVERYTHING = new Selector(List.of());

    public Selector {
        requirements = requirements.size() < 2 ? List.copyOf(requirements) : List.copyOf(new TreeSet<>(requirements));
    }

    /** Of labels that must all be there with just these values. */
    public static Selector of(Map<String, String> labels) {
        List<Requirement> requirements = new ArrayList<>();
        labels.forEach((key, value) -> requirements.add(Requirement.equal(key, value)));
        return new Selector(requirements);
    }

    public boolean isEverything() {
        return requirements.isEmpty();
    }

    public boolean matches(Map<String, String> labels) {
        for (Requirement requirement : requirements) {
            if (!requirement.matches(labels)) {
                return false;
            }
        }
        return true;
    }

    /** What both select. */
    public Selector and(Selector other) {
        List<Requirement> both = new ArrayList<>(requirements);
        both.addAll(other.requirements);
        return new Selector(both);
    }

    /**
     * Whether it selects what has these labels and maybe others: a key that these lack is absent if it is known, and
     * empty is the answer that depends on one that is not.
     */
    public Optional<Boolean> decide(Map<String, String> labels, Predicate<String> isKnown) {
        boolean open = false;
        for (Requirement requirement : requirements) {
            boolean known = labels.containsKey(requirement.key()) || isKnown.test(requirement.key());
            if (known && !requirement.matches(labels)) {
                return Optional.of(false);
            }
            open |= !known;
        }
        return open ? Optional.empty() : Optional.of(true);
    }

    /** Whether no labels at all can satisfy it: some key would need a value that it may not have. */
    public boolean isContradiction() {
        for (Requirement requirement : requirements) {
            if (isContradicted(requirement)) {
                return true;
            }
        }
        return false;
    }

    private boolean isContradicted(Requirement requirement) {
        return switch (requirement.operator()) {
            case IN -> requirement.values().stream().noneMatch(value -> admits(requirement.key(), value));
            case PRESENT ->
                requirements.contains(new Requirement(requirement.key(), Requirement.Operator.ABSENT, List.of()));
            case NOT_IN, ABSENT -> false;
        };
    }

    private boolean admits(String key, String value) {
        Map<String, String> labels = Map.of(key, value);
        return requirements.stream().allMatch(r -> !r.key().equals(key) || r.matches(labels));
    }

    /** As `kubectl -l` writes it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Requirement requirement : requirements) {
            text.append(text.length() == 0 ? "" : ", ").append(requirement);
        }
        return text.toString();
    }
}
