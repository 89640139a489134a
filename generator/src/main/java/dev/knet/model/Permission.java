package dev.knet.model;

import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sentence that lets sources reach targets. The isolates side is that of its subject: the targets of an `allows`
 * become ingress-isolated, the sources of a `reaches` egress-isolated.
 */
public record Permission(
        Direction isolates,
        List<Peer> sources,
        List<Opening> openings,
        Optional<String> policyName,
        Motive motive,
        String text,
        Span span)
        implements Statement {

    /** Targets, and which of their ports are open. */
    public record Opening(List<Peer> targets, Ports ports) {
        public Opening {
            targets = List.copyOf(targets);
        }

        /** The targets of both, on this one's ports. */
        public Opening and(Opening other) {
            List<Peer> both = new ArrayList<>(targets);
            both.addAll(other.targets);
            return new Opening(both, ports);
        }
    }

    public Permission {
        sources = List.copyOf(sources);
        openings = List.copyOf(openings);
    }

    /** The left-hand side: whom it isolates. Resolving has made sure that they are pods of one namespace each. */
    public List<Peer> subjects() {
        return isolates == Direction.EGRESS ? sources : targets();
    }

    /** Whom the sources may reach, on whichever ports. */
    public List<Peer> targets() {
        if (openings.size() == 1) {
            return openings.get(0).targets();
        }
        List<Peer> targets = new ArrayList<>();
        for (Opening opening : openings) {
            targets.addAll(opening.targets());
        }
        return targets;
    }
}
