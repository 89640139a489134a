package dev.knet.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The public addresses: what is globally reachable by the special-purpose registries of IANA. Where these leave a doubt,
 * a range is left out, for less is the safe side.
 */
public final class Internet {

    /**
     * Not public: this network, private, shared (carriers' and many clusters' pods), loopback, link-local, protocol
     * assignments, documentation, the abandoned relays of 6to4, benchmarks, and multicast with all that is reserved above it.
     */
    private static final List<String> NOT_PUBLIC_V4 = List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    /** The only range of IPv6 from which public addresses are given out. */
    private static final String PUBLIC_V6 = "2000::/3";

    /**
     * Of that, not public: protocol assignments (Teredo, benchmarks, ORCHID), 6to4, in which private IPv4 can hide, and
     * documentation, twice.
     */
    private static final List<String> NOT_PUBLIC_V6 = List.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** All of them, as a rule can say it. */
    public static final List<Peer.Addresses> RANGES =
            List.of(addresses("0.0.0.0/0", NOT_PUBLIC_V4), addresses(PUBLIC_V6, NOT_PUBLIC_V6));

    private Internet() {}

    private static Peer.Addresses addresses(String range, List<String> except) {
        List<AddressRange> parts = new ArrayList<>();
        for (String part : except) {
            parts.add(AddressRange.of(part));
        }
        return new Peer.Addresses(AddressRange.of(range), parts);
    }
}
