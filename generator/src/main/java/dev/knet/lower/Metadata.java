package dev.knet.lower;

import dev.knet.model.Additions;
import dev.knet.model.Namespace;
import dev.knet.model.OwnLabels;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;

/** The metadata of generated objects: every one says who made it and what it belongs to. */
record Metadata(String topology) {
    ObjectMeta of(Namespace namespace, String name, Map<String, String> labels) {
        return of(namespace, name, labels, Additions.NONE);
    }

    ObjectMeta of(Namespace namespace, String name, Map<String, String> labels, Additions additions) {
        ObjectMeta metadata = clusterWide(name, labels, additions);
        if (!namespace.isOutside()) {
            metadata.setNamespace(namespace.name());
        }
        return metadata;
    }

    ObjectMeta clusterWide(String name, Map<String, String> labels, Additions additions) {
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(name);
        metadata.setLabels(OwnLabels.with(labels, topology));
        metadata.setAnnotations(additions.annotations());
        return metadata;
    }
}
