package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;

/**
 * `expect client reaches web`, `expect intruder cannot reach web`, `expect only api reaches db`: what must come of all
 * sentences, which it changes nothing of. The ports are empty where `on` is left out; the text is as in a sentence.
 */
public record Expectation(
        Claim claim, List<Peer> sources, List<Peer> targets, List<Port> ports, Motive motive, String text, Span span)
        implements Member {

    /** What is said of the sources. */
    public enum Claim {
        REACHES,
        CANNOT_REACH,
        ONLY
    }

    public Expectation {
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
        ports = List.copyOf(ports);
    }

    @Override
    public <R> R accept(Member.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
