package dev.knet.model;

import dev.knet.source.Span;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The cluster's network plugin, installed as the file says: what it enforces is in no list, what it does not is there
 * with its reason. At most so many ports of one peer, if there is a limit; why nobody maintains it, if that is so.
 */
public record Cni(
        String name,
        String title,
        SortedSet<String> switches,
        SortedMap<CniFeature, Lack> lacks,
        OptionalInt mostPorts,
        Optional<String> unmaintained,
        Span span) {

    /** What happens in the cluster, and how the plugin would have to be installed lest it does; nothing if no way helps. */
    public record Lack(String effect, Optional<String> remedy) {}

    public Cni {
        switches = Collections.unmodifiableSortedSet(new TreeSet<>(switches));
        lacks = Collections.unmodifiableSortedMap(new TreeMap<>(lacks));
    }

    public boolean enforces(CniFeature feature) {
        return !lacks.containsKey(feature);
    }

    public Optional<Lack> lack(CniFeature feature) {
        return Optional.ofNullable(lacks.get(feature));
    }

    /** As the file says it: `cni cilium { sctp }`. */
    public String written() {
        return written(name, switches);
    }

    /** The same of any plugin. */
    public static String written(String name, SortedSet<String> switches) {
        return "cni " + name + (switches.isEmpty() ? "" : " { " + String.join("; ", switches) + " }");
    }

    /** Whether the two are installed alike. */
    public boolean isLike(Cni other) {
        return name.equals(other.name) && switches.equals(other.switches);
    }
}
