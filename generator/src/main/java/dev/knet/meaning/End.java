package dev.knet.meaning;

import dev.knet.model.AddressRange;
import dev.knet.model.Protocol;
import dev.knet.model.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One end of a connection, as it is in a running cluster. */
public sealed interface End {

    <R> R fold(Function<Pod, R> pod, Function<Address, R> address);

    /**
     * A pod as it runs: the namespace without a name stands for the outside of all namespaces. The workload is there if the
     * pod is one of a topology's.
     */
    record Pod(
            String namespace,
            Map<String, String> namespaceLabels,
            Map<String, String> labels,
            List<NamedPort> ports,
            Optional<Workload> workload)
            implements End {
        public Pod {
            namespaceLabels = Map.copyOf(namespaceLabels);
            labels = Map.copyOf(labels);
            ports = List.copyOf(ports);
        }

        @Override
        public <R> R fold(Function<Pod, R> pod, Function<Address, R> address) {
            return pod.apply(this);
        }
    }

    /** A single address outside the cluster. It may represent all those around it that nothing tells apart. */
    record Address(AddressRange single) implements End {
        @Override
        public <R> R fold(Function<Pod, R> pod, Function<Address, R> address) {
            return address.apply(this);
        }
    }

    /** A port to which a pod gives a name. */
    record NamedPort(String name, Protocol protocol, int number) {}
}
