package dev.knet.syntax;

import dev.knet.source.Span;

/** `use "platform.knet"`: what that file's topology declares can be named here. */
public record UseStatement(Text path, Span span) implements Statement {
    @Override
    public <R> R accept(Statement.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
