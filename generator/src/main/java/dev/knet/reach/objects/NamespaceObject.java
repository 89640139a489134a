package dev.knet.reach.objects;

import java.util.HashMap;
import java.util.Map;

/** A Namespace with its labels, the one with its name among them. */
public record NamespaceObject(String name, Map<String, String> labels, Origin origin) {
    /** The label that the API server gives every namespace. */
    public static final String NAME_LABEL = "kubernetes.io/metadata.name";

    public NamespaceObject {
        labels = Map.copyOf(labels);
    }

    /** The same namespace with the labels of both. */
    NamespaceObject and(NamespaceObject later) {
        Map<String, String> all = new HashMap<>(labels);
        all.putAll(later.labels);
        return new NamespaceObject(name, all, later.origin);
    }
}
