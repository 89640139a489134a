package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;

/**
 * `web allows client on tcp/80`, `client reaches web`, `web denies intruder`: the ports are empty where `on` is left out. The text is what is
 * written, on one line and without comments.
 */
public record Sentence(
        Verb verb, List<Peer> subjects, List<Peer> objects, List<Port> ports, Motive motive, String text, Span span)
        implements Relation {

    /** Which way the sentence reads. */
    public enum Verb {
        ALLOWS,
        REACHES,
        DENIES
    }

    public Sentence {
        subjects = List.copyOf(subjects);
        objects = List.copyOf(objects);
        ports = List.copyOf(ports);
    }

    @Override
    public <R> R accept(Relation.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
