package dev.knet.model;

import dev.knet.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A `denies` sentence: never may the sources reach the targets on these ports, whatever else is allowed. It isolates nobody. */
public record Denial(
        List<Peer> sources,
        List<Permission.Opening> openings,
        Optional<String> policyName,
        Motive motive,
        String text,
        Span span)
        implements Statement {
    public Denial {
        sources = List.copyOf(sources);
        openings = List.copyOf(openings);
    }

    /** In an order that does not depend on that of the source: what is left has other forms in another order. */
    public static List<Denial> sorted(List<Denial> denials) {
        SortedMap<String, Denial> sorted = new TreeMap<>();
        for (Denial denial : denials) {
            sorted.put(denial.key(), denial);
        }
        return List.copyOf(sorted.values());
    }

    private String key() {
        StringBuilder key = new StringBuilder(text);
        for (Peer source : sources) {
            key.append(' ').append(source.key());
        }
        for (Permission.Opening opening : openings) {
            for (Peer target : opening.targets()) {
                key.append(' ').append(target.key());
            }
            key.append(' ').append(opening.ports().text());
        }
        return key.toString();
    }
}
