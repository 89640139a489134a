package dev.knet.syntax;

import dev.knet.source.Span;

/** `account api`: the service account that the pods run as; an existing one is not written. */
public record Account(boolean existing, Name name, Span span) implements WorkloadItem {
    @Override
    public <R> R accept(WorkloadItem.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
