package dev.knet.model;

import java.util.List;

/** Who answers the cluster's names, and on which ports of theirs. */
public record Dns(List<Peer> peers, Ports ports) {
    public Dns {
        peers = List.copyOf(peers);
    }
}
