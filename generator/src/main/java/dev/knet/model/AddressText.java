package dev.knet.model;

import java.math.BigInteger;
import java.util.Optional;

/** Reads and writes IP addresses; strictly, as the API server does: no leading zeros, no names, no zones. */
public final class AddressText {
    private static final int GROUPS = 8;

    private AddressText() {}

    /** The address of an IPv4 text in dotted decimal. */
    public static Optional<BigInteger> readV4(String text) {
        String[] parts = text.split("\\.", -1);
        BigInteger value = BigInteger.ZERO;
        for (String part : parts) {
            int octet = number(part, 10, 3);
            if (octet < 0 || octet > 255 || part.length() > 1 && part.startsWith("0")) {
                return Optional.empty();
            }
            value = value.shiftLeft(8).or(BigInteger.valueOf(octet));
        }
        return parts.length == 4 ? Optional.of(value) : Optional.empty();
    }

    /** The address of an IPv6 text; `::` may stand once, for one zero group or more. */
    public static Optional<BigInteger> readV6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, GROUPS, GROUPS);
        }
        String head = text.substring(0, gap);
        String tail = text.substring(gap + 2);
        Optional<BigInteger> high = groups(head, 0, GROUPS - 1);
        Optional<BigInteger> low = groups(tail, 0, GROUPS - 1 - count(head));
        if (high.isEmpty() || low.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(high.get().shiftLeft(16 * (GROUPS - count(head))).or(low.get()));
    }

    private static int count(String groups) {
        return groups.isEmpty() ? 0 : groups.split(":", -1).length;
    }

    private static Optional<BigInteger> groups(String text, int least, int most) {
        int count = count(text);
        if (count < least || count > most) {
            return Optional.empty();
        }
        BigInteger value = BigInteger.ZERO;
        for (String group : text.isEmpty() ? new String[0] : text.split(":", -1)) {
            int number = number(group, 16, 4);
            if (number < 0) {
                return Optional.empty();
            }
            value = value.shiftLeft(16).or(BigInteger.valueOf(number));
        }
        return Optional.of(value);
    }

    private static int number(String digits, int radix, int longest) {
        if (digits.isEmpty() || digits.length() > longest) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), radix);
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }

    static String write(int version, BigInteger address) {
        return version == 4 ? writeV4(address.longValue()) : writeV6(address);
    }

    private static String writeV4(long address) {
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    private static String writeV6(BigInteger address) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = address.shiftRight(16 * (GROUPS - 1 - i)).intValue() & 0xFFFF;
        }
        int gap = longestZeros(groups);
        if (gap < 0) {
            return join(groups, 0, GROUPS);
        }
        int end = gap;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return join(groups, 0, gap) + "::" + join(groups, end, GROUPS);
    }

    /** Where the first of the longest runs of at least two zero groups begins, or -1. */
    private static int longestZeros(int[] groups) {
        int best = -1;
        int longest = 1;
        int run = 0;
        for (int i = 0; i < GROUPS; i++) {
            run = groups[i] == 0 ? run + 1 : 0;
            if (run > longest) {
                longest = run;
                best = i - run + 1;
            }
        }
        return best;
    }

    private static String join(int[] groups, int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < to; i++) {
            out.append(i > from ? ":" : "").append(Integer.toHexString(groups[i]));
        }
        return out.toString();
    }
}
