package dev.knet.reach.read;

import dev.knet.reach.space.AddressRange;
import java.util.List;
import java.util.Map;

/** A NetworkSet or a GlobalNetworkSet: addresses with labels. The namespace is empty if it is in none. */
record AddressSet(String namespace, Map<String, String> labels, List<AddressRange> ranges) {
    AddressSet {
        labels = Map.copyOf(labels);
        ranges = List.copyOf(ranges);
    }
}
