package dev.knet.reach.objects;

import java.util.HashMap;
import java.util.Map;

/**
 * A Namespace with its labels, the one with its name among them.
 *
 * @param isDeclared whether it is an object of its own; else others only name it
 */
public record NamespaceObject(String name, Map<String, String> labels, boolean isDeclared, Origin origin) {
    /** The label that the API server gives every namespace. */
    public static final String NAME_LABEL = "kubernetes.io/metadata.name";

    public NamespaceObject {
        labels = Map.copyOf(labels);
    }

    public NamespaceObject(String name, Map<String, String> labels, Origin origin) {
        this(name, labels, true, origin);
    }

    /** One that others only name; of its labels, the one that all have is known. */
    public static NamespaceObject named(String name, Origin origin) {
        return new NamespaceObject(name, Map.of(NAME_LABEL, name), false, origin);
    }

    /** The same namespace with the labels of both. */
    NamespaceObject and(NamespaceObject later) {
        Map<String, String> all = new HashMap<>(labels);
        all.putAll(later.labels);
        return new NamespaceObject(name, all, isDeclared || later.isDeclared, later.origin);
    }
}
