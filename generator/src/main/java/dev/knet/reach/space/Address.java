package dev.knet.reach.space;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An IP address; the version is 4 or 6, the bits of one of version 4 are the lowest of {@code low}. */
public record Address(int version, long high, long low) implements Comparable<Address> {
    public static final Address LOWEST_V4 = new Address(4, 0, 0);
    public static final Address HIGHEST_V4 = new Address(4, 0, 0xFFFF_FFFFL);
    public static final Address LOWEST_V6 = new Address(6, 0, 0);
    public static final Address HIGHEST_V6 = new Address(6, -1, -1);

    private static final Pattern V4 = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    /** Of a text as the API server takes it; empty for any other. No name is ever looked up. */
    public static Optional<Address> of(String text) {
        return text.indexOf(':') >= 0 ? v6(text) : v4(text);
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

    private static Optional<Address> v6(String text) {
        if (!V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            // With a colon in it, this is read as an address and never asked of a name server.
            InetAddress address = InetAddress.getByName(text);
            return address instanceof Inet6Address ? Optional.of(of(address.getAddress())) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Address of(byte[] bytes) {
        return new Address(6, bits(bytes, 0), bits(bytes, 8));
    }

    private static long bits(byte[] bytes, int from) {
        long bits = 0;
        for (int i = from; i < from + 8; i++) {
            bits = bits << 8 | bytes[i] & 0xFF;
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
