package dev.knet.reach.objects;

import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.Protocol;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A Service: the pods behind it and how they are come by.
 *
 * @param selector the labels of its pods; empty if it selects none, as one of an external name does
 * @param sourceRanges from where its load balancer may be used; empty for from everywhere
 * @param keepsAddress whether a caller from outside is seen by its own address ({@code externalTrafficPolicy: Local})
 */
public record ServiceObject(
        String namespace,
        String name,
        Type type,
        Map<String, String> selector,
        List<Port> ports,
        List<AddressRange> sourceRanges,
        boolean keepsAddress,
        Origin origin) {
    public ServiceObject {
        selector = Map.copyOf(selector);
        ports = List.copyOf(ports);
        sourceRanges = List.copyOf(sourceRanges);
    }

    /** How it is reached. */
    public enum Type {
        CLUSTER_IP,
        HEADLESS,
        NODE_PORT,
        LOAD_BALANCER,
        EXTERNAL_NAME
    }

    /**
     * A port, and that of the pods behind it: by number, or by a name that they give it if the name is not empty. The
     * port's own name is empty if it has none.
     */
    public record Port(
            String name, Protocol protocol, int number, int targetNumber, String targetName, OptionalInt nodePort) {}
}
