package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;

/** `environment prod { … }`: what is different there. */
public record EnvironmentBlock(Name name, List<Statement> statements, Span span) implements Statement {
    public EnvironmentBlock {
        statements = List.copyOf(statements);
    }

    @Override
    public <R> R accept(Statement.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
