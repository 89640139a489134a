package dev.knet.testing.meaning;

import dev.knet.model.AddressRange;
import java.util.List;
import java.util.Map;

/** One end of a connection, as it is in a running cluster. */
public sealed interface End {

    /** A pod: where it runs, the labels that it and its namespace really have, and what it listens on by name. */
    record Pod(String namespace, Map<String, String> namespaceLabels, Map<String, String> labels, List<NamedPort> ports)
            implements End {
        public Pod {
            namespaceLabels = Map.copyOf(namespaceLabels);
            labels = Map.copyOf(labels);
            ports = List.copyOf(ports);
        }
    }

    /** A single address outside the cluster. */
    record Address(AddressRange single) implements End {}

    /** A port that a pod gives a name; the protocol is Kubernetes' word for it. */
    record NamedPort(String name, String protocol, int number) {}
}
