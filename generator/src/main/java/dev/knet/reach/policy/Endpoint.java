package dev.knet.reach.policy;

import dev.knet.reach.objects.PodsObject.ContainerPort;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.PortSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One end of connections, which stands for all that no policy tells apart from it. */
public sealed interface Endpoint {

    <R> R fold(Function<Pod, R> pod, Function<Outside, R> outside);

    /** Pods with these labels in a namespace with those. One in its node's network is seen by no selector. */
    record Pod(
            String namespace,
            Map<String, String> namespaceLabels,
            Map<String, String> labels,
            List<ContainerPort> ports,
            boolean hostNetwork)
            implements Endpoint {
        public Pod {
            namespaceLabels = Map.copyOf(namespaceLabels);
            labels = Map.copyOf(labels);
            ports = List.copyOf(ports);
        }

        /** The numbers of its ports of this name and protocol. */
        PortSet named(PolicyObject.Named port) {
            PortSet numbers = PortSet.NONE;
            for (ContainerPort own : ports) {
                if (own.name().equals(port.name()) && own.protocol() == port.protocol()) {
                    numbers = numbers.or(PortSet.of(own.protocol(), own.number()));
                }
            }
            return numbers;
        }

        @Override
        public <R> R fold(Function<Pod, R> pod, Function<Outside, R> outside) {
            return pod.apply(this);
        }
    }

    /** Addresses outside the cluster that no block tells apart. */
    record Outside(AddressRange range) implements Endpoint {
        @Override
        public <R> R fold(Function<Pod, R> pod, Function<Outside, R> outside) {
            return outside.apply(this);
        }
    }
}
