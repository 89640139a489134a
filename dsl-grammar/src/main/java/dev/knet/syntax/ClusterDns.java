package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * `dns …` in a cluster block: a well-known kind of DNS by its word, or else the peers and ports that serve it; the
 * word is absent there, and the lists are empty where it is present.
 */
public record ClusterDns(@Nullable String word, List<Peer> peers, List<Port> ports, Span span) implements Node {
    public ClusterDns {
        peers = List.copyOf(peers);
        ports = List.copyOf(ports);
    }
}
