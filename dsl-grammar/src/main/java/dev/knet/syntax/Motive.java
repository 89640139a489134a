package dev.knet.syntax;

import dev.knet.source.Span;
import org.jspecify.annotations.Nullable;

/** `because "ticket 4711" until 2027-03-31`: why a relation is there, and until when it should be; both may be left out. */
public record Motive(@Nullable Text because, @Nullable Date until) {
    /** Of a relation that says neither. */
    public static final Motive NONE = new Motive(null, null);

    /** A day as it is written, which may be none. */
    public record Date(String text, Span span) implements Node {}
}
