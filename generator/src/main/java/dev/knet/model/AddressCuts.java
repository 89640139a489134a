package dev.knet.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of some addresses other addresses are, as ranges without parts of them. */
final class AddressCuts {
    /** Where clusters take their pods' addresses from: private and shared ones, and what clouds use in their place. */
    private static final List<AddressRange> OF_PODS = List.of(
            AddressRange.of("10.0.0.0/8"),
            AddressRange.of("100.64.0.0/10"),
            AddressRange.of("172.16.0.0/12"),
            AddressRange.of("192.168.0.0/16"),
            AddressRange.of("198.18.0.0/15"),
            AddressRange.of("240.0.0.0/4"),
            AddressRange.of("fc00::/7"));

    private AddressCuts() {}

    static Cut<Peer> cut(Peer.Addresses one, Peer.Addresses other) {
        Optional<Peer.Addresses> both = both(one, other);
        return both.isEmpty() ? Cut.outside(one) : new Cut<>(List.of(both.get()), less(one, other));
    }

    private static Optional<Peer.Addresses> both(Peer.Addresses one, Peer.Addresses other) {
        List<AddressRange> except = new ArrayList<>(one.except());
        except.addAll(other.except());
        if (other.range().contains(one.range())) {
            return without(one.range(), except);
        }
        return one.range().contains(other.range()) ? without(other.range(), except) : Optional.empty();
    }

    /** Without the other's whole range, and then with what of the one lies in the other's exceptions. */
    private static List<Peer> less(Peer.Addresses one, Peer.Addresses other) {
        List<Peer> parts = new ArrayList<>();
        if (!other.range().contains(one.range())) {
            List<AddressRange> except = new ArrayList<>(one.except());
            except.add(other.range());
            without(one.range(), except).ifPresent(parts::add);
        }
        for (AddressRange hole : shortest(other.range(), other.except())) {
            both(one, new Peer.Addresses(hole, List.of())).ifPresent(parts::add);
        }
        return parts;
    }

    /** Nothing if the exceptions are all of it. */
    static Optional<Peer.Addresses> without(AddressRange range, List<AddressRange> except) {
        List<AddressRange> parts = shortest(range, except);
        for (AddressRange part : parts) {
            if (part.contains(range)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Peer.Addresses(range, parts));
    }

    /** The parts that matter, none in another, two halves as their whole; sorted. */
    private static List<AddressRange> shortest(AddressRange range, List<AddressRange> except) {
        List<AddressRange> parts = new ArrayList<>();
        for (AddressRange part : except) {
            if (range.contains(part) || part.contains(range)) {
                add(parts, part);
            }
        }
        parts.sort((a, b) -> a.first().compareTo(b.first()));
        return parts;
    }

    private static void add(List<AddressRange> parts, AddressRange added) {
        for (AddressRange part : parts) {
            if (part.contains(added)) {
                return;
            }
        }
        parts.removeIf(added::contains);
        AddressRange twin = twin(added);
        if (added.prefix() > 0 && parts.remove(twin)) {
            BigInteger first = added.first().min(twin.first());
            add(parts, new AddressRange(added.version(), first, added.prefix() - 1));
        } else {
            parts.add(added);
        }
    }

    /** The other half of the range that is twice as large. */
    private static AddressRange twin(AddressRange range) {
        int bit = AddressRange.bits(range.version()) - range.prefix();
        return range.prefix() == 0
                ? range
                : new AddressRange(range.version(), range.first().flipBit(bit), range.prefix());
    }

    /** Whether pods may have addresses in there; a single address is written for one known host, which no pod is for long. */
    static boolean mayBePods(Peer.Addresses addresses) {
        AddressRange range = addresses.range();
        if (range.prefix() == AddressRange.bits(range.version())) {
            return false;
        }
        for (AddressRange pods : OF_PODS) {
            if (both(addresses, new Peer.Addresses(pods, List.of())).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
