package dev.knet.reach.space;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An IP address; the version is 4 or 6, the bits of one of version 4 are the lowest of {@code low}. */
public record Address(int version, long high, long low) implements Comparable<Address> {
    public static final Address LOWEST_V4 = new Address(4, 0, 0);
    public static final Address HIGHEST_V4 = new Address(4, 0, 0xFFFF_FFFFL);
    public static final Address LOWEST_V6 = new Address(6, 0, 0);
    public static final Address HIGHEST_V6 = new Address(6, -1, -1);

    private static final Pattern V4 = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    private static final int GROUPS = 8;
    private static final int LONGEST_V6 = 45;

    /** Of a text as the API server takes it; empty for any other. No name is ever looked up. */
    public static Optional<Address> of(String text) {
        return text.indexOf(':') >= 0 ? v6(text) : v4(text);
    }

    /** Of just what {@link #toString()} writes, which is more than the API server takes; empty for any other text. */
    public static Optional<Address> parse(String text) {
        return (text.indexOf(':') >= 0 ? anyV6(text) : v4(text))
                .filter(it -> it.toString().equals(text));
    }

    private static Optional<Address> v4(String text) {
        if (!V4.matcher(text).matches()) {
            return Optional.empty();
        }
        long bits = 0;
        for (String part : text.split("\\.")) {
            int number = Integer.parseInt(part);
            if (number > 255) {
                return Optional.empty();
            }
            bits = bits << 8 | number;
        }
        return Optional.of(new Address(4, 0, bits));
    }

    /**
     * By hand, since {@code InetAddress} takes more than the API server does, and asks a name server of some of it. IPv4
     * addresses in the clothes of IPv6 are none.
     */
    private static Optional<Address> v6(String text) {
        return anyV6(text).filter(it -> it.high != 0 || it.low >>> 32 != 0xFFFF);
    }

    private static Optional<Address> anyV6(String text) {
        int gap = text.indexOf("::");
        List<Integer> front = new ArrayList<>();
        List<Integer> back = new ArrayList<>();
        boolean isRead = text.length() <= LONGEST_V6
                && (gap < 0
                        ? groups(text, true, front)
                        : groups(text.substring(0, gap), false, front) && groups(text.substring(gap + 2), true, back));
        int missing = GROUPS - front.size() - back.size();
        if (!isRead || (gap < 0 ? missing != 0 : missing < 1)) {
            return Optional.empty();
        }
        front.addAll(Collections.nCopies(missing, 0));
        front.addAll(back);
        long high = bits(front.subList(0, GROUPS / 2));
        long low = bits(front.subList(GROUPS / 2, GROUPS));
        return Optional.of(new Address(6, high, low));
    }

    /** Adds the numbers between colons; the last two may be written as an address of version 4. */
    private static boolean groups(String text, boolean isEnd, List<Integer> groups) {
        String[] parts = text.isEmpty() ? new String[0] : text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (isEnd && i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                Optional<Address> v4 = v4(parts[i]);
                v4.ifPresent(it -> groups.addAll(List.of((int) (it.low >> 16), (int) (it.low & 0xFFFF))));
                return v4.isPresent();
            }
            if (!isGroup(parts[i])) {
                return false;
            }
            groups.add(Integer.parseInt(parts[i], 16));
        }
        return true;
    }

    private static boolean isGroup(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789abcdefABCDEF".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 4;
    }

    private static long bits(List<Integer> groups) {
        long bits = 0;
        for (int group : groups) {
            bits = bits << 16 | group;
        }
        return bits;
    }

    /** The one after it; empty after the last. */
    public Optional<Address> next() {
        if (equals(HIGHEST_V4) || equals(HIGHEST_V6)) {
            return Optional.empty();
        }
        return Optional.of(new Address(version, low == -1 ? high + 1 : high, low + 1));
    }

    /** The one before it; empty before the first. */
    public Optional<Address> previous() {
        if (equals(LOWEST_V4) || equals(LOWEST_V6)) {
            return Optional.empty();
        }
        return Optional.of(new Address(version, low == 0 ? high - 1 : high, low - 1));
    }

    /** All of version 4 before all of version 6. */
    @Override
    public int compareTo(Address other) {
        if (version != other.version) {
            return Integer.compare(version, other.version);
        }
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** IPv6 in the shortest form of RFC 5952. */
    @Override
    public String toString() {
        if (version == 4) {
            return (low >> 24) + "." + (low >> 16 & 0xFF) + "." + (low >> 8 & 0xFF) + "." + (low & 0xFF);
        }
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (int) ((i < 4 ? high : low) >>> 16 * (3 - i % 4) & 0xFFFF);
        }
        int start = 0;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int zeros = zerosFrom(groups, i);
            if (zeros > length) {
                start = i;
                length = zeros;
            }
        }
        return length < 2 ? hex(groups, 0, 8) : hex(groups, 0, start) + "::" + hex(groups, start + length, 8);
    }

    private static int zerosFrom(int[] groups, int from) {
        int to = from;
        while (to < groups.length && groups[to] == 0) {
            to++;
        }
        return to - from;
    }

    private static String hex(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
