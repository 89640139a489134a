package dev.knet.lower;

import dev.knet.model.Account;
import dev.knet.model.GoverningServices;
import dev.knet.model.Namespace;
import dev.knet.model.Service;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the Kubernetes objects of a topology that was found free of errors; patches are merged into them later. */
public final class Lowering {
    private static final Comparator<Manifest> BY_NAME = Comparator.comparing(Lowering::namespace)
            .thenComparing(manifest -> manifest.object().getMetadata().getName())
            .thenComparing(manifest -> manifest.object().getKind());

    private Lowering() {}

    public static Manifests lower(Topology topology) {
        Metadata metadata = new Metadata(topology.name());
        return new Manifests(
                sorted(namespaces(topology, metadata)),
                sorted(PolicyLowering.lower(topology, metadata)),
                sorted(serviceAccounts(topology, metadata)),
                sorted(services(topology, metadata)),
                sorted(workloads(topology, metadata)));
    }

    private static List<Manifest> namespaces(Topology topology, Metadata metadata) {
        List<Manifest> manifests = new ArrayList<>();
        for (Namespace namespace : topology.namespaces()) {
            if (!namespace.existing() && !namespace.isOutside()) {
                manifests.add(plain(WorkloadLowering.namespace(namespace, metadata)));
            }
        }
        return manifests;
    }

    private static List<Manifest> services(Topology topology, Metadata metadata) {
        List<Manifest> manifests = new ArrayList<>();
        for (Service service : topology.services()) {
            manifests.add(plain(ServiceLowering.lower(service, metadata)));
        }
        return manifests;
    }

    private static List<Manifest> workloads(Topology topology, Metadata metadata) {
        List<Manifest> manifests = new ArrayList<>();
        GoverningServices services = GoverningServices.of(topology);
        for (Workload workload : topology.workloads()) {
            if (!workload.existing()) {
                HasMetadata object = WorkloadLowering.lower(workload, services.of(workload), metadata);
                manifests.add(plain(object));
            }
        }
        return manifests;
    }

    private static List<Manifest> serviceAccounts(Topology topology, Metadata metadata) {
        List<Manifest> manifests = new ArrayList<>();
        for (Account account : Account.madeBy(topology)) {
            manifests.add(plain(WorkloadLowering.account(account, metadata)));
        }
        return manifests;
    }

    private static Manifest plain(HasMetadata object) {
        return new Manifest(object, List.of(), List.of(), List.of());
    }

    private static List<Manifest> sorted(List<Manifest> manifests) {
        manifests.sort(BY_NAME);
        return manifests;
    }

    private static String namespace(Manifest manifest) {
        String namespace = manifest.object().getMetadata().getNamespace();
        return namespace == null ? "" : namespace;
    }
}
