package dev.knet.reach.read;

import dev.knet.reach.objects.ClusterObjects;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import java.util.Collection;

/** Reads objects of fabric8's model, by the same rules as manifests. */
public final class ModelReader {
    private ModelReader() {}

    /** Objects that name no namespace are in the given one. */
    public static ClusterObjects read(Collection<? extends HasMetadata> objects, String defaultNamespace) {
        ObjectReader reader = new ObjectReader(defaultNamespace, new Findings());
        for (HasMetadata object : objects) {
            reader.document("", ModelNodes.of(object));
        }
        return reader.objects();
    }

    /** The same of a {@code KubernetesList} or the list of one kind. */
    public static ClusterObjects read(KubernetesResourceList<? extends HasMetadata> list, String defaultNamespace) {
        return read(list.getItems(), defaultNamespace);
    }
}
