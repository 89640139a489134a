package dev.knet.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A name for several peers: a `group`, or a `network`, which holds addresses only. No sentence has a group in it; whoever
 * speaks of one means its members.
 */
public record PeerGroup(Namespace namespace, String name, boolean network, List<Member> members) {
    public PeerGroup {
        members = List.copyOf(members);
    }

    /**
     * A member with what it offers. The pods of a service or the cluster's DNS are named with ports of their own, which stand
     * for ports of the pods: these are mapped.
     */
    public record Member(String name, List<Peer> peers, List<Offer> offers, boolean mapped) {
        public Member {
            peers = List.copyOf(peers);
            offers = List.copyOf(offers);
        }
    }

    /** Of all members. */
    public List<Peer> peers() {
        List<Peer> peers = new ArrayList<>();
        members.forEach(member -> peers.addAll(member.peers()));
        return peers;
    }

    /** `shop/frontend`, or `frontend` outside all namespaces. */
    public String qualifiedName() {
        return namespace.qualify(name);
    }

    /** The word that declares it. */
    public String kind() {
        return network ? "network" : "group";
    }
}
