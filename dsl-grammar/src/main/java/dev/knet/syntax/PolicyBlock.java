package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;

/** `policy NAME { … }`: sentences whose policy has a name of the author's choice. */
public record PolicyBlock(Name name, List<Relation> relations, Span span) implements Member {
    public PolicyBlock {
        relations = List.copyOf(relations);
    }

    @Override
    public <R> R accept(Member.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
