package dev.knet.model;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The labels that knet writes on every object that it makes: who made it, and what it belongs to. */
public final class OwnLabels {
    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    private static final String PART_OF = "app.kubernetes.io/part-of";

    private OwnLabels() {}

    public static boolean has(String key) {
        return key.equals(MANAGED_BY) || key.equals(PART_OF);
    }

    /** These labels and the own ones of an object of this topology. */
    public static SortedMap<String, String> with(Map<String, String> labels, String topology) {
        SortedMap<String, String> all = new TreeMap<>(labels);
        all.put(MANAGED_BY, "knet");
        all.put(PART_OF, topology);
        return all;
    }
}
