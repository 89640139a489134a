package dev.knet.prove;

import dev.knet.model.ContainerPort;
import dev.knet.model.Namespace;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.PodsObject;
import java.util.ArrayList;
import java.util.List;

/** What files say is in the cluster already, as if it had been read there: namespaces and workloads. */
final class ExistingObjects {
    private ExistingObjects() {}

    static ClusterObjects of(Topology topology, Vocabulary words) {
        List<NamespaceObject> namespaces = new ArrayList<>();
        for (Namespace namespace : topology.namespaces()) {
            if (namespace.existing()) {
                namespaces.add(new NamespaceObject(namespace.name(), namespace.clusterLabels(), Origin.CODE));
            }
        }
        List<PodsObject> pods = new ArrayList<>();
        for (Workload workload : topology.workloads()) {
            if (workload.existing()) {
                pods.add(pods(workload, words));
            }
        }
        return new ClusterObjects(namespaces, pods, List.of(), List.of(), List.of());
    }

    private static PodsObject pods(Workload workload, Vocabulary words) {
        List<PodsObject.ContainerPort> ports = new ArrayList<>();
        for (ContainerPort port : workload.ports()) {
            String name = port.name() == null ? "" : port.name();
            ports.add(new PodsObject.ContainerPort(name, Vocabulary.protocol(port.protocol()), port.number()));
        }
        return new PodsObject(
                words.namespace(workload.namespace()),
                workload.kind().title(),
                workload.name(),
                workload.labels(),
                ports,
                workload.hostNetwork(),
                Origin.CODE);
    }
}
