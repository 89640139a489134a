package dev.knet.testing.natives;

import java.util.List;
import java.util.Map;

/**
 * One end of a packet, with all that a plugin knows of it.
 *
 * @param namespace empty for what is outside the cluster
 * @param account the name of the service account
 * @param ports names of ports as {@code TCP/http}, each with its number
 */
public record Party(
        String namespace,
        String name,
        Map<String, String> namespaceLabels,
        Map<String, String> labels,
        Map<String, Integer> ports,
        boolean hostNetwork,
        String account,
        String address) {
    public Party {
        namespaceLabels = Map.copyOf(namespaceLabels);
        labels = Map.copyOf(labels);
        ports = Map.copyOf(ports);
    }

    public static Party outside(String address) {
        return new Party("", "", Map.of(), Map.of(), Map.of(), false, "", address);
    }

    /** Whether selectors see it. */
    public boolean isPod() {
        return !namespace.isEmpty() && !hostNetwork;
    }

    boolean isIn(List<String> blocks) {
        return blocks.stream().anyMatch(it -> Raw.contains(it, address));
    }
}
