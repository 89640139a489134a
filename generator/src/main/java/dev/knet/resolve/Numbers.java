package dev.knet.resolve;

import java.util.OptionalInt;

/** Reads whole numbers that are texts. */
final class Numbers {
    private static final int BASE = 10;

    private Numbers() {}

    /** A number of digits alone, if it is smaller than this. */
    static OptionalInt below(int limit, String text) {
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || value >= limit) {
                return OptionalInt.empty();
            }
            value = value * BASE + (c - '0');
        }
        return text.isEmpty() || value >= limit ? OptionalInt.empty() : OptionalInt.of((int) value);
    }
}
