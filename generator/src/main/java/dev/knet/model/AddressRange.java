package dev.knet.model;

import java.math.BigInteger;

/**
 * A range of IP addresses, `10.0.0.0/8` or `2001:db8::/32`: the bits behind the prefix are zero. The version is 4 or 6.
 */
public record AddressRange(int version, BigInteger first, int prefix) {
    public AddressRange {
        if (first.getLowestSetBit() >= 0 && first.getLowestSetBit() < bits(version) - prefix) {
            throw new IllegalArgumentException("bits are set behind the prefix");
        }
    }

    /** Of a text that is known to be right. */
    public static AddressRange of(String text) {
        int slash = text.indexOf('/');
        String address = text.substring(0, slash);
        boolean isV6 = address.indexOf(':') >= 0;
        BigInteger first = (isV6 ? AddressText.readV6(address) : AddressText.readV4(address)).orElseThrow();
        return new AddressRange(isV6 ? 6 : 4, first, Integer.parseInt(text.substring(slash + 1)));
    }

    public static int bits(int version) {
        return version == 4 ? 32 : 128;
    }

    /** Whether the other lies in this, or is the same. */
    public boolean contains(AddressRange other) {
        int host = bits(version) - prefix;
        return version == other.version
                && prefix <= other.prefix
                && first.shiftRight(host).equals(other.first.shiftRight(host));
    }

    /** As the API server wants it: IPv6 in the shortest form of RFC 5952. */
    @Override
    public String toString() {
        return AddressText.write(version, first) + "/" + prefix;
    }
}
