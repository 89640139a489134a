package dev.knet.reach.space;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** All addresses, cut into stretches at the edges of given ranges: no range tells two addresses of a stretch apart. */
public final class AddressSpace {
    private AddressSpace() {}

    /** In order, version 4 first; of version 6 only if that is asked for or one of the ranges is. */
    public static List<AddressRange> cut(Collection<AddressRange> ranges, boolean withV6) {
        NavigableSet<Address> starts = new TreeSet<>();
        starts.add(Address.LOWEST_V4);
        if (withV6 || ranges.stream().anyMatch(range -> range.version() == 6)) {
            starts.add(Address.LOWEST_V6);
        }
        for (AddressRange range : ranges) {
            starts.add(range.first());
            range.last().next().ifPresent(starts::add);
        }
        List<AddressRange> stretches = new ArrayList<>();
        List<Address> all = new ArrayList<>(starts);
        for (int i = 0; i < all.size(); i++) {
            Address first = all.get(i);
            boolean isLast = i + 1 == all.size() || all.get(i + 1).version() != first.version();
            stretches.add(new AddressRange(
                    first,
                    isLast
                            ? first.version() == 4 ? Address.HIGHEST_V4 : Address.HIGHEST_V6
                            : all.get(i + 1).previous().orElseThrow()));
        }
        return stretches;
    }

    /** The same addresses in as few ranges as can be. */
    public static List<AddressRange> joined(Collection<AddressRange> ranges) {
        List<AddressRange> joined = new ArrayList<>();
        for (AddressRange range : new TreeSet<>(ranges)) {
            AddressRange before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && touches(before, range)) {
                Address last = before.last().compareTo(range.last()) >= 0 ? before.last() : range.last();
                joined.set(joined.size() - 1, new AddressRange(before.first(), last));
            } else {
                joined.add(range);
            }
        }
        return joined;
    }

    /** Whether the later one begins in the earlier one or right after it. */
    private static boolean touches(AddressRange earlier, AddressRange later) {
        return earlier.version() == later.version()
                && (later.first().compareTo(earlier.last()) <= 0
                        || later.first()
                                .previous()
                                .filter(earlier.last()::equals)
                                .isPresent());
    }
}
