package dev.knet.model;

import dev.knet.source.Span;
import java.util.List;

/** Who answers the cluster's names, on which ports of theirs, and where that is said. */
public record Dns(List<Permission.Opening> openings, Span span) {
    public Dns {
        openings = List.copyOf(openings);
    }

    /** All that answer, on whatever port. */
    public List<Peer> peers() {
        return openings.stream().flatMap(opening -> opening.targets().stream()).toList();
    }
}
