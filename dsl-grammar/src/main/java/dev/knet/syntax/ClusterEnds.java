package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;

/** `nodes 10.0.0.0/16`, `apiserver 10.0.0.5/32 on tcp/6443`: where a part of the cluster is; nodes have no ports. */
public record ClusterEnds(List<Peer> peers, List<Port> ports, Span span) implements Node {
    public ClusterEnds {
        peers = List.copyOf(peers);
        ports = List.copyOf(ports);
    }
}
