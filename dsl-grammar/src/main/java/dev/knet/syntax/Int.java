package dev.knet.syntax;

import dev.knet.source.Span;

/** A whole number as it is written, which may be larger than any number that means something. */
public record Int(String digits, Span span) implements Node {
    /** Its value, or {@link Integer#MAX_VALUE} where it is larger. */
    public int value() {
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            value = Math.min(value * 10 + Character.digit(digits.charAt(i), 10), Integer.MAX_VALUE);
        }
        return (int) value;
    }
}
