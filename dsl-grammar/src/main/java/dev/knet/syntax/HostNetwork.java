package dev.knet.syntax;

import dev.knet.source.Span;

/** `host network`: the pods have no network of their own, but that of their node. */
public record HostNetwork(Span span) implements WorkloadItem {
    @Override
    public <R> R accept(WorkloadItem.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
