package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;

/** `cluster { … }`: what the cluster is like. The list has an entry for each `dns` in it. */
public record ClusterBlock(List<ClusterDns> dns, Span span) implements Statement {
    public ClusterBlock {
        dns = List.copyOf(dns);
    }

    @Override
    public <R> R accept(Statement.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
