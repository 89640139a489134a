package dev.knet.resolve;

import java.util.OptionalInt;

/** Reads durations in whole seconds: `10s`, `2m`, `1h30m`. */
final class Durations {
    private static final String UNITS = "hms";
    private static final int[] SECONDS = {3600, 60, 1};
    private static final int BASE = 10;

    private Durations() {}

    /** Nothing if it is none, or longer than a field of Kubernetes has room for. */
    static OptionalInt seconds(String text) {
        long all = 0;
        long number = -1;
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int unit = UNITS.indexOf(c);
            if (c >= '0' && c <= '9') {
                number = Math.max(number, 0) * BASE + (c - '0');
            } else if (unit >= next && number >= 0) {
                all += number * SECONDS[unit];
                number = -1;
                next = unit + 1;
            } else {
                return OptionalInt.empty();
            }
            if (number > Integer.MAX_VALUE || all > Integer.MAX_VALUE) {
                return OptionalInt.empty();
            }
        }
        return next == 0 || number >= 0 ? OptionalInt.empty() : OptionalInt.of((int) all);
    }
}
