package dev.knet.model;

import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.List;

/** An `expect` statement: what is to come of all sentences. It permits nothing, isolates nobody and is not written. */
public record Expectation(
        Claim claim, List<Peer> sources, List<Permission.Opening> openings, Motive motive, String text, Span span) {

    /** What is said of the sources. */
    public enum Claim {
        /** Each reaches each target on each of its ports. */
        REACHES,
        /** None reaches any target on any of its ports. */
        CANNOT_REACH,
        /** Each reaches each target on each of its ports, and nobody else any of them. */
        ONLY
    }

    public Expectation {
        sources = List.copyOf(sources);
        openings = List.copyOf(openings);
    }

    /** Whom it is about besides the sources, on whichever ports. */
    public List<Peer> targets() {
        List<Peer> targets = new ArrayList<>();
        for (Permission.Opening opening : openings) {
            targets.addAll(opening.targets());
        }
        return targets;
    }
}
