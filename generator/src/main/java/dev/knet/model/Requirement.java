package dev.knet.model;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One requirement of a label selector. The values are sorted; present and absent have none. */
public record Requirement(String key, Operator operator, List<String> values) implements Comparable<Requirement> {
    /** How the label's value is compared; an absent label is none of any values. */
    public enum Operator {
        IN,
        NOT_IN,
        PRESENT,
        ABSENT
    }

    public Requirement {
        values = values.size() < 2 ? List.copyOf(values) : List.copyOf(new TreeSet<>(values));
    }

    public static Requirement equal(String key, String value) {
        return new Requirement(key, Operator.IN, List.of(value));
    }

    public boolean matches(Map<String, String> labels) {
        String value = labels.get(key);
        return switch (operator) {
            case IN -> value != null && values.contains(value);
            case NOT_IN -> value == null || !values.contains(value);
            case PRESENT -> value != null;
            case ABSENT -> value == null;
        };
    }

    /** Whether it is `key = value` for one value. */
    public boolean isEquality() {
        return operator == Operator.IN && values.size() == 1;
    }

    /** As `kubectl -l` writes it. */
    @Override
    public String toString() {
        return switch (operator) {
            case IN -> isEquality() ? key + "=" + values.get(0) : key + " in (" + String.join(", ", values) + ")";
            case NOT_IN ->
                values.size() == 1 ? key + "!=" + values.get(0) : key + " notin (" + String.join(", ", values) + ")";
            case PRESENT -> key;
            case ABSENT -> "!" + key;
        };
    }

    @Override
    public int compareTo(Requirement other) {
        int byKey = key.compareTo(other.key);
        int byOperator = byKey != 0 ? byKey : operator.compareTo(other.operator);
        return byOperator != 0 ? byOperator : values.toString().compareTo(other.values.toString());
    }
}
