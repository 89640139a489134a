package dev.knet.emit.java;

import dev.knet.lower.Manifest;
import dev.knet.lower.Manifests;
import dev.knet.model.Account;
import dev.knet.model.Namespace;
import dev.knet.model.Requirement;
import dev.knet.model.Service;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which objects belong to which thing. A policy is a workload's if it selects the pods of that workload, by the same
 * labels and no others; else it is its namespace's.
 */
final class Belongings {
    private final Map<Place, Manifest> namespaces = new HashMap<>();
    private final Map<Place, Manifest> services = new HashMap<>();
    private final Map<Place, Manifest> accounts = new HashMap<>();
    private final Map<Place, Manifest> workloads = new HashMap<>();
    private final Map<Place, Workload> byLabels = new HashMap<>();
    private final Map<String, Namespace> byName = new HashMap<>();
    private final Map<Object, List<Manifest>> policies = new HashMap<>();

    /** What tells things of one kind apart: the namespace, and there a name or labels. */
    private record Place(String namespace, Object what) {
        static Place of(HasMetadata object) {
            return new Place(namespaceOf(object), object.getMetadata().getName());
        }
    }

    private Belongings(Topology topology, Manifests manifests) {
        manifests.namespaces().forEach(manifest -> namespaces.put(Place.of(manifest.object()), manifest));
        manifests.serviceAccounts().forEach(manifest -> accounts.put(Place.of(manifest.object()), manifest));
        manifests.services().forEach(manifest -> services.put(Place.of(manifest.object()), manifest));
        manifests.workloads().forEach(manifest -> workloads.put(Place.of(manifest.object()), manifest));
        topology.namespaces().forEach(namespace -> byName.put(namespace.name(), namespace));
        topology.workloads().forEach(w -> byLabels.put(new Place(w.namespace().name(), labels(w)), w));
        for (Manifest manifest : manifests.policies()) {
            policies.computeIfAbsent(owner(manifest.object()), o -> new ArrayList<>())
                    .add(manifest);
        }
    }

    static Belongings of(Topology topology, Manifests manifests) {
        return new Belongings(topology, manifests);
    }

    Optional<Manifest> object(Workload workload) {
        return Optional.ofNullable(workloads.get(new Place(workload.namespace().name(), workload.name())));
    }

    /** The StatefulSet whose pods have their names of this service; of one that is not written, that is not known. */
    Optional<String> statefulSetNamedBy(Service service) {
        return service.fold(
                ofWorkload -> object(ofWorkload.workload())
                        .filter(manifest -> ofWorkload.type() == Service.Type.HEADLESS)
                        .filter(manifest -> manifest.object() instanceof StatefulSet set
                                && service.namespace()
                                        .equals(ofWorkload.workload().namespace())
                                && service.name().equals(set.getSpec().getServiceName()))
                        .map(manifest -> ofWorkload.workload().name()),
                ofHost -> Optional.empty());
    }

    Manifest object(Account account) {
        return Objects.requireNonNull(accounts.get(new Place(account.namespace().name(), account.name())));
    }

    Manifest object(Service service) {
        return Objects.requireNonNull(services.get(new Place(service.namespace().name(), service.name())));
    }

    Optional<Manifest> object(Namespace namespace) {
        return Optional.ofNullable(namespaces.get(new Place("", namespace.name())));
    }

    /** Of a workload or a namespace, in the order of the manifests. */
    List<Manifest> policies(Object thing) {
        return policies.getOrDefault(thing, List.of());
    }

    private Object owner(HasMetadata policy) {
        Optional<Map<String, String>> labels =
                policy instanceof NetworkPolicy n ? onlyLabels(n.getSpec().getPodSelector()) : Optional.empty();
        String namespace = namespaceOf(policy);
        Optional<Workload> workload =
                labels.flatMap(found -> Optional.ofNullable(byLabels.get(new Place(namespace, found))));
        return workload.isPresent() ? workload.get() : Objects.requireNonNull(byName.get(namespace));
    }

    private static Optional<Map<String, String>> onlyLabels(LabelSelector selector) {
        return selector.getMatchExpressions().isEmpty() ? Optional.of(selector.getMatchLabels()) : Optional.empty();
    }

    private static Map<String, String> labels(Workload workload) {
        Map<String, String> labels = new TreeMap<>();
        for (Requirement requirement : workload.selector().requirements()) {
            labels.put(requirement.key(), requirement.values().get(0));
        }
        return labels;
    }

    private static String namespaceOf(HasMetadata object) {
        String namespace = object.getMetadata().getNamespace();
        return namespace == null ? "" : namespace;
    }
}
