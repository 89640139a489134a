package dev.knet.lower;

import dev.knet.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import java.util.TreeMap;

/** The metadata of generated objects: every one says who made it and what it belongs to. */
record Metadata(String topology) {
    static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    static final String PART_OF = "app.kubernetes.io/part-of";

    ObjectMeta of(Namespace namespace, String name, Map<String, String> labels) {
        ObjectMeta metadata = clusterWide(name, labels);
        if (!namespace.isOutside()) {
            metadata.setNamespace(namespace.name());
        }
        return metadata;
    }

    ObjectMeta clusterWide(String name, Map<String, String> labels) {
        Map<String, String> all = new TreeMap<>(labels);
        all.put(MANAGED_BY, "knet");
        all.put(PART_OF, topology);
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(name);
        metadata.setLabels(all);
        return metadata;
    }
}
