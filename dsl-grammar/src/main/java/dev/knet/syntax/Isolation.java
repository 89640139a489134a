package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;

/** `deny ingress to web`, `deny all`: without subjects, every pod of the enclosing namespace. The text is as in a sentence. */
public record Isolation(Side side, List<Peer> subjects, Motive motive, String text, Span span) implements Relation {

    /** Which connections are cut. */
    public enum Side {
        INGRESS,
        EGRESS,
        ALL
    }

    public Isolation {
        subjects = List.copyOf(subjects);
    }

    @Override
    public <R> R accept(Relation.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
