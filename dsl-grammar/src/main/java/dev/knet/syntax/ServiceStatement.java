package dev.knet.syntax;

import dev.knet.source.Span;

/** `service …`: a name for the pods of a workload, or for a host outside the cluster. */
public record ServiceStatement(String doc, Name name, ServiceTarget target, Span span) implements Member {
    @Override
    public <R> R accept(Member.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
