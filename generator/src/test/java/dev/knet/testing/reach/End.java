package dev.knet.testing.reach;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/** One end of a connection, as Kubernetes knows it. */
public sealed interface End {

    /** A pod with its labels, those of its namespace, and the container ports that have names. */
    record Pod(
            String namespace,
            Map<String, String> namespaceLabels,
            Map<String, String> labels,
            List<ContainerPort> namedPorts)
            implements End {
        public Pod {
            namespaceLabels = Map.copyOf(namespaceLabels);
            labels = Map.copyOf(labels);
            namedPorts = List.copyOf(namedPorts);
        }
    }

    /** What is not in the cluster is known by its address only. */
    record External(InetAddress address) implements End {}

    /** A container port as the pod declares it. */
    record ContainerPort(String name, String protocol, int number) {}
}
