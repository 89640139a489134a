package dev.knet.reach.read;

import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.ServiceObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Other objects that policies speak of, when all have been read. */
record Surroundings(
        List<ServiceObject> services,
        List<NamespaceObject> namespaces,
        List<AddressSet> sets,
        Map<String, CalicoTier> tiers,
        LabelValues values) {

    /** A tier of Calico: its place, and whether what none of its policies decides is refused. */
    record CalicoTier(double order, boolean refuses) {}

    Optional<ServiceObject> service(String namespace, String name) {
        return services.stream()
                .filter(it -> it.namespace().equals(namespace) && it.name().equals(name))
                .findFirst();
    }

    /** The labels of a namespace as Calico has them; those of one that is only named, too. */
    Map<String, String> labelsOf(String namespace) {
        Map<String, String> labels = new HashMap<>(Map.of(NamespaceObject.NAME_LABEL, namespace));
        namespaces.stream().filter(it -> it.name().equals(namespace)).forEach(it -> labels.putAll(it.labels()));
        labels.put(SelectorTerm.CalicoLabels.NAMESPACE_NAME, namespace);
        return labels;
    }
}
