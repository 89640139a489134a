package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;

/** One requirement of a label selector, in the forms of `kubectl -l`; present and absent have no values. */
public record Requirement(Name key, Operator operator, List<Name> values, Span span) implements Node {

    /** How the label's value is compared. */
    public enum Operator {
        IN,
        NOT_IN,
        PRESENT,
        ABSENT
    }

    public Requirement {
        values = List.copyOf(values);
    }
}
