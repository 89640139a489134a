package dev.knet.lower;

import dev.knet.model.Account;
import dev.knet.model.Additions;
import dev.knet.model.GoverningServices;
import dev.knet.model.Namespace;
import dev.knet.model.Service;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the Kubernetes objects of a topology that was found free of errors. */
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
                manifests.add(written(WorkloadLowering.namespace(namespace, metadata), namespace.additions()));
            }
        }
        return manifests;
    }

    private static List<Manifest> services(Topology topology, Metadata metadata) {
        List<Manifest> manifests = new ArrayList<>();
        for (Service service : topology.services()) {
            manifests.add(written(ServiceLowering.lower(service, metadata), service.additions()));
        }
        return manifests;
    }

    private static List<Manifest> workloads(Topology topology, Metadata metadata) {
        List<Manifest> manifests = new ArrayList<>();
        GoverningServices services = GoverningServices.of(topology);
        for (Workload workload : topology.workloads()) {
            if (!workload.existing()) {
                HasMetadata object = WorkloadLowering.lower(workload, services.of(workload), metadata);
                manifests.add(written(object, workload.additions()));
            }
        }
        return manifests;
    }

    private static List<Manifest> serviceAccounts(Topology topology, Metadata metadata) {
        List<Manifest> manifests = new ArrayList<>();
        for (Account account : Account.madeBy(topology)) {
            manifests.add(written(WorkloadLowering.account(account, metadata), Additions.NONE));
        }
        return manifests;
    }

    /** An object as it is written: here it meets the patches of its thing. */
    private static Manifest written(HasMetadata object, Additions additions) {
        if (!additions.patches().isEmpty()) {
            throw new IllegalStateException("resolving has refused patches");
        }
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
