package dev.knet.syntax;

import dev.knet.source.Span;
import org.jspecify.annotations.Nullable;

/** `param version`, `param replicas = 2`: a value that the build gives; the default is absent where it must. */
public record ParamStatement(Name name, @Nullable Text defaultValue, Span span) implements Statement {
    @Override
    public <R> R accept(Statement.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
