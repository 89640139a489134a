package dev.knet.reach.policy;

import dev.knet.reach.objects.PodsObject.ContainerPort;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.PortSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One end of connections, which stands for all that no policy tells apart from it. */
public sealed interface Endpoint {

    <R> R fold(Function<Pod, R> pod, Function<Outside, R> outside);

    /**
     * Pods with these labels in a namespace with those.
     *
     * @param ports those with names, unless nothing is known of them: then a name may stand for any number
     * @param hostNetwork whether it is in its node's network, where no selector sees it
     */
    record Pod(
            String namespace,
            Map<String, String> namespaceLabels,
            Map<String, String> labels,
            Optional<List<ContainerPort>> ports,
            boolean hostNetwork)
            implements Endpoint {
        public Pod {
            namespaceLabels = Map.copyOf(namespaceLabels);
            labels = Map.copyOf(labels);
            ports = ports.map(List::copyOf);
        }

        /** The numbers that its ports of this name and protocol can have. */
        PortSet named(PolicyObject.Named port) {
            if (ports.isEmpty()) {
                return PortSet.allOf(port.protocol());
            }
            PortSet numbers = PortSet.NONE;
            for (ContainerPort own : ports.get()) {
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
