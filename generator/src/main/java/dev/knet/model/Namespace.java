package dev.knet.model;

import dev.knet.source.Span;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A namespace. Statements outside all namespaces have one too, the {@linkplain #isOutside() outside}: it has no name,
 * for whoever applies the manifests decides which it is.
 */
public record Namespace(
        String name, boolean existing, SortedMap<String, String> labels, Additions additions, String doc, Span span) {

    /** The label by which the API server names every namespace. */
    public static final String NAME_LABEL = "kubernetes.io/metadata.name";

    public Namespace {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    public boolean isOutside() {
        return name.isEmpty();
    }

    /**
     * What is known of the labels that it has in the cluster; all of them if they are {@link #labelsAreKnown() known}. The
     * outside is taken for a namespace that no file names, so its name is none that a selector could ask for.
     */
    public SortedMap<String, String> clusterLabels() {
        SortedMap<String, String> all = new TreeMap<>(labels);
        all.put(NAME_LABEL, name);
        return all;
    }

    /** Whether it has no labels but those written here: true of a namespace that this topology makes. */
    public boolean labelsAreKnown() {
        return !existing && !isOutside();
    }

    /** Whether a selector selects it: empty if that depends on labels that are not known here. */
    public Optional<Boolean> selectedBy(Selector selector) {
        return selector.decide(clusterLabels(), key -> labelsAreKnown());
    }

    /** `shop/web`, or `web` outside all namespaces. */
    public String qualify(String member) {
        return isOutside() ? member : name + "/" + member;
    }

    /** Two namespaces are the same if they have the same name: topologies that use each other may both write into one. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Namespace namespace && name.equals(namespace.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
