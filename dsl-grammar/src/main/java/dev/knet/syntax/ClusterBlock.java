package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;

/** `cluster { … }`: what the cluster is like. The lists have an entry for each statement of their name in it. */
public record ClusterBlock(
        List<ClusterCni> cni,
        List<ClusterVersion> kubernetes,
        List<ClusterDns> dns,
        List<ClusterEnds> nodes,
        List<ClusterEnds> apiservers,
        Span span)
        implements Statement {
    public ClusterBlock {
        cni = List.copyOf(cni);
        kubernetes = List.copyOf(kubernetes);
        dns = List.copyOf(dns);
        nodes = List.copyOf(nodes);
        apiservers = List.copyOf(apiservers);
    }

    @Override
    public <R> R accept(Statement.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
