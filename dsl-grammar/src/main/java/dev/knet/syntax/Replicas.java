package dev.knet.syntax;

import dev.knet.source.Span;

/** `replicas 3`, `replicas ${replicas}`: a number as it is written, or the parameter that has it for its value. */
public record Replicas(Text count, Span span) implements WorkloadItem {
    @Override
    public <R> R accept(WorkloadItem.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
