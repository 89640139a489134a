package dev.knet.syntax;

import dev.knet.source.Span;

/** `topology shop`: the name of what the file describes. */
public record TopologyStatement(Name name, Span span) implements Statement {
    @Override
    public <R> R accept(Statement.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
