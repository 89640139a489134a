package dev.knet.reach.objects;

import dev.knet.reach.space.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pods that are alike: one, or those of a controller.
 *
 * @param kind of the controller, or {@code Pod}
 * @param name of the controller, or of the pod that has none
 * @param podNames of those whose controller is named in their place
 * @param ports the container ports, of all containers, also those without names
 * @param hostNetwork whether they are in their node's network, where policies do not see them
 */
public record PodsObject(
        String namespace,
        String kind,
        String name,
        Set<String> podNames,
        Map<String, String> labels,
        List<ContainerPort> ports,
        boolean hostNetwork,
        Origin origin) {
    public PodsObject {
        podNames = Set.copyOf(podNames);
        labels = Map.copyOf(labels);
        ports = List.copyOf(ports);
    }

    public PodsObject(
            String namespace,
            String kind,
            String name,
            Map<String, String> labels,
            List<ContainerPort> ports,
            boolean hostNetwork,
            Origin origin) {
        this(namespace, kind, name, Set.of(), labels, ports, hostNetwork, origin);
    }

    /** The name is empty if it has none. */
    public record ContainerPort(String name, Protocol protocol, int number) {}
}
