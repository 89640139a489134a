package dev.knet.model;

import java.util.List;

/** What one rule says: some pods at one end of connections, peers at the other end, and ports of the targets. */
public record Box(Peer.Pods end, List<Peer> peers, Ports ports) {
    public Box {
        peers = List.copyOf(peers);
    }
}
