package dev.knet.syntax;

import dev.knet.source.Span;

/** `replicas 3`. */
public record Replicas(Int count, Span span) implements WorkloadItem {
    @Override
    public <R> R accept(WorkloadItem.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
