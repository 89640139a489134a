package dev.knet.reach.objects;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Kubernetes' label selector: everything that it says must hold, and an empty one selects all. */
public record LabelQuery(List<Requirement> requirements) {
    public static final LabelQuery EVERYTHING = new LabelQuery(List.of());

    /** How a label's value is compared; an absent label is in no list. */
    public enum Operator {
        IN("In"),
        NOT_IN("NotIn"),
        EXISTS("Exists"),
        DOES_NOT_EXIST("DoesNotExist");

        private final String word;

        Operator(String word) {
            this.word = word;
        }

        /** Kubernetes' word. */
        public String word() {
            return word;
        }
    }

    /** One of the things that must hold; the last two operators have no values. */
    public record Requirement(String key, Operator operator, List<String> values) {
        public Requirement {
            values = List.copyOf(values);
        }

        public boolean matches(Map<String, String> labels) {
            String value = labels.get(key);
            return switch (operator) {
                case IN -> value != null && values.contains(value);
                case NOT_IN -> value == null || !values.contains(value);
                case EXISTS -> value != null;
                case DOES_NOT_EXIST -> value == null;
            };
        }

        /** What holds where this does not. */
        public Requirement opposite() {
            Operator opposite = switch (operator) {
                case IN -> Operator.NOT_IN;
                case NOT_IN -> Operator.IN;
                case EXISTS -> Operator.DOES_NOT_EXIST;
                case DOES_NOT_EXIST -> Operator.EXISTS;
            };
            return new Requirement(key, opposite, values);
        }

        /** As {@code kubectl -l} takes it. */
        @Override
        public String toString() {
            return switch (operator) {
                case IN -> values.size() == 1 ? key + "=" + values.get(0) : key + " in (" + listed() + ")";
                case NOT_IN -> values.size() == 1 ? key + "!=" + values.get(0) : key + " notin (" + listed() + ")";
                case EXISTS -> key;
                case DOES_NOT_EXIST -> "!" + key;
            };
        }

        private String listed() {
            return String.join(",", values);
        }
    }

    public LabelQuery {
        requirements = List.copyOf(requirements);
    }

    /** Of labels that must be there with just these values. */
    public static LabelQuery of(Map<String, String> labels) {
        List<Requirement> requirements = new ArrayList<>();
        new TreeMap<>(labels)
                .forEach((key, value) -> requirements.add(new Requirement(key, Operator.IN, List.of(value))));
        return new LabelQuery(requirements);
    }

    /** Of a label that must be there with one of these values. */
    public static LabelQuery oneOf(String key, List<String> values) {
        return new LabelQuery(List.of(new Requirement(key, Operator.IN, values)));
    }

    /** What both ask for; each thing once. */
    public LabelQuery and(LabelQuery other) {
        if (isEverything() || other.isEverything()) {
            return isEverything() ? other : this;
        }
        Set<Requirement> all = new LinkedHashSet<>(requirements);
        all.addAll(other.requirements);
        return new LabelQuery(List.copyOf(all));
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

    /** As {@code kubectl -l} takes it. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        requirements.forEach(it -> parts.add(it.toString()));
        return String.join(",", parts);
    }
}
