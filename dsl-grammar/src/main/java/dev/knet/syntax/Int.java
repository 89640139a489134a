package dev.knet.syntax;

import dev.knet.source.Span;

/** A whole number as it is written, which may be larger than any number that means something. */
public record Int(String digits, Span span) implements Node {
    /** Its value, or {@link Integer#MAX_VALUE} where it is larger. */
    public int value() {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > 10
                ? Integer.MAX_VALUE
                : (int) Math.min(Long.parseLong(significant), Integer.MAX_VALUE);
    }
}
