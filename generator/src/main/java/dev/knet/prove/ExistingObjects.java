package dev.knet.prove;

import dev.knet.model.ContainerPort;
import dev.knet.model.Namespace;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import dev.knet.reach.End;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.PodsObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What files say is in the cluster already, as if it had been read there: namespaces and workloads. */
final class ExistingObjects {
    private ExistingObjects() {}

    /** What topologies that are read together make themselves. */
    static Set<End> madeBy(Collection<Topology> topologies) {
        Set<End> made = new HashSet<>();
        for (Topology topology : topologies) {
            for (Workload workload : topology.workloads()) {
                if (!workload.existing()) {
                    made.add(Vocabulary.end(workload));
                }
            }
        }
        return made;
    }

    /** Without what one of these topologies makes: who makes a thing knows all of it. */
    static ClusterObjects of(Topology topology, Collection<Topology> others) {
        Set<String> known = new HashSet<>();
        others.forEach(other ->
                other.namespaces().stream().filter(Namespace::labelsAreKnown).forEach(it -> known.add(it.name())));
        Set<End> made = madeBy(others);
        List<NamespaceObject> namespaces = new ArrayList<>();
        for (Namespace namespace : topology.namespaces()) {
            if (namespace.existing() && !known.contains(namespace.name())) {
                namespaces.add(new NamespaceObject(namespace.name(), namespace.clusterLabels(), Origin.HEARSAY));
            }
        }
        List<PodsObject> pods = new ArrayList<>();
        for (Workload workload : topology.workloads()) {
            if (workload.existing() && !made.contains(Vocabulary.end(workload))) {
                pods.add(pods(workload));
            }
        }
        return new ClusterObjects(namespaces, pods, List.of(), List.of(), List.of());
    }

    static PodsObject pods(Workload workload) {
        List<PodsObject.ContainerPort> ports = new ArrayList<>();
        for (ContainerPort port : workload.ports()) {
            String name = port.name() == null ? "" : port.name();
            ports.add(new PodsObject.ContainerPort(name, Vocabulary.protocol(port.protocol()), port.number()));
        }
        return new PodsObject(
                Vocabulary.namespace(workload.namespace()),
                workload.kind().title(),
                workload.name(),
                workload.labels(),
                ports,
                workload.hostNetwork(),
                Origin.HEARSAY);
    }
}
