package dev.knet.reach.read;

import dev.knet.reach.objects.Who;
import dev.knet.reach.space.AddressRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ranges of addresses where pods are matched by their addresses too, which are not known here. */
final class Networks {
    /** Where no pod is: addresses of a link, of the machine itself, of groups, of nothing. */
    private static final List<AddressRange> WITHOUT_PODS = List.of(
            range("0.0.0.0/8"),
            range("127.0.0.0/8"),
            range("169.254.0.0/16"),
            range("224.0.0.0/3"),
            range("::/127"),
            range("fe80::/10"),
            range("ff00::/8"));

    private Networks() {}

    private static AddressRange range(String cidr) {
        return AddressRange.ofCidr(cidr).orElseThrow();
    }

    /** Any of the ranges; if pods may be in them, a warning says so. */
    static Who of(Field field, List<AddressRange> ranges) {
        List<Who> any = new ArrayList<>();
        ranges.forEach(it -> any.add(new Who.Addresses(it)));
        inside(field, ranges).ifPresent(any::add);
        return new Who.AnyOf(any);
    }

    private static Optional<Who> inside(Field field, List<AddressRange> ranges) {
        Who inside = new Who.AnyOf(List.of(Who.EVERY_POD, Who.ON_NODES));
        if (ranges.contains(AddressRange.ALL_V4) && ranges.contains(AddressRange.ALL_V6)) {
            return Optional.of(inside);
        }
        boolean mayBe =
                ranges.stream().anyMatch(it -> WITHOUT_PODS.stream().noneMatch(without -> without.contains(it)));
        if (!mayBe) {
            return Optional.empty();
        }
        field.warning("may be about pods, too, whose addresses are not known here");
        return Optional.of(new Who.Perhaps(inside));
    }
}
