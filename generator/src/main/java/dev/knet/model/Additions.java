package dev.knet.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a file adds to an object beyond what it means: annotations, and patches in the order of the file. */
public record Additions(SortedMap<String, String> annotations, List<Patch> patches) {
    public static final Additions NONE = new Additions(new TreeMap<>(), List.of());

    public Additions {
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
        patches = List.copyOf(patches);
    }

    public boolean isNothing() {
        return annotations.isEmpty() && patches.isEmpty();
    }
}
