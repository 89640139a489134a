package dev.knet.reach.space;

import java.util.Optional;

/** Addresses of one version, from the first to the last, both included. */
public record AddressRange(Address first, Address last) implements Comparable<AddressRange> {
    public static final AddressRange ALL_V4 = new AddressRange(Address.LOWEST_V4, Address.HIGHEST_V4);
    public static final AddressRange ALL_V6 = new AddressRange(Address.LOWEST_V6, Address.HIGHEST_V6);

    public AddressRange {
        if (first.version() != last.version() || first.compareTo(last) > 0) {
            throw new IllegalArgumentException("no range: " + first + "-" + last);
        }
    }

    public static AddressRange one(Address address) {
        return new AddressRange(address, address);
    }

    /** Of a CIDR; bits behind the prefix do not count, as for the network plugins. Empty if it is none. */
    public static Optional<AddressRange> ofCidr(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("0|[1-9]\\d{0,2}")) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(text.substring(slash + 1));
        return Address.of(text.substring(0, slash))
                .filter(address -> prefix <= (address.version() == 4 ? 32 : 128))
                .map(address -> of(address, prefix));
    }

    /** Of just what {@link #toString()} writes; empty for any other text. */
    public static Optional<AddressRange> parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            return Optional.empty();
        }
        return Address.parse(text.substring(0, dash))
                .flatMap(first -> Address.parse(text.substring(dash + 1))
                        .filter(last -> first.version() == last.version() && first.compareTo(last) <= 0)
                        .map(last -> new AddressRange(first, last)));
    }

    private static AddressRange of(Address address, int prefix) {
        int length = address.version() == 4 ? 32 : 128;
        long low = ones(length - prefix);
        long high = address.version() == 4 ? 0 : ones(length - prefix - 64);
        return new AddressRange(
                new Address(address.version(), address.high() & ~high, address.low() & ~low),
                new Address(address.version(), address.high() | high, address.low() | low));
    }

    /** That many ones in the lowest bits, at most 64. */
    private static long ones(int count) {
        return count >= 64 ? -1 : count <= 0 ? 0 : (1L << count) - 1;
    }

    /** As a CIDR; empty if it takes several. */
    public Optional<String> cidr() {
        for (int prefix = 0; prefix <= (version() == 4 ? 32 : 128); prefix++) {
            if (of(first, prefix).equals(this)) {
                return Optional.of(first + "/" + prefix);
            }
        }
        return Optional.empty();
    }

    public int version() {
        return first.version();
    }

    public boolean contains(Address address) {
        return address.version() == version() && first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
    }

    public boolean contains(AddressRange other) {
        return contains(other.first) && contains(other.last);
    }

    /** What both have. */
    public Optional<AddressRange> and(AddressRange other) {
        Address from = first.compareTo(other.first) >= 0 ? first : other.first;
        Address to = last.compareTo(other.last) <= 0 ? last : other.last;
        return version() == other.version() && from.compareTo(to) <= 0
                ? Optional.of(new AddressRange(from, to))
                : Optional.empty();
    }

    @Override
    public int compareTo(AddressRange other) {
        int byFirst = first.compareTo(other.first);
        return byFirst != 0 ? byFirst : last.compareTo(other.last);
    }

    /** {@code 10.0.0.0-10.255.255.255}. */
    @Override
    public String toString() {
        return first + "-" + last;
    }
}
