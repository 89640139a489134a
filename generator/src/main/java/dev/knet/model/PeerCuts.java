package dev.knet.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What of a peer another peer is, whatever the two are. */
final class PeerCuts {
    private static final List<AddressRange> ALL_ADDRESSES =
            List.of(AddressRange.of("0.0.0.0/0"), AddressRange.of("::/0"));

    private final PodCuts pods = new PodCuts();
    private final Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);

    /** What has stood in the way of the last cut. */
    Set<Obstacle> obstacles() {
        return obstacles;
    }

    Cut<Peer> cut(Peer peer, Peer other) {
        obstacles.clear();
        return other.fold(
                its -> peer.fold(own -> podsOfPods(own, its), own -> podsOfAddresses(own), own -> podsOfAnyone(its)),
                its -> peer.fold(
                        own -> Cut.<Peer>outside(own), own -> AddressCuts.cut(own, its), own -> addressesOfAnyone(its)),
                its -> Cut.inside(peer));
    }

    private Cut<Peer> podsOfPods(Peer.Pods peer, Peer.Pods other) {
        Cut<Peer.Pods> cut = pods.ofPeer(peer, other);
        obstacles.addAll(pods.obstacles());
        return new Cut<>(List.copyOf(cut.inside()), List.copyOf(cut.outside()));
    }

    /** Addresses mean what is outside the cluster; but that is for the network plugin to know. */
    private Cut<Peer> podsOfAddresses(Peer.Addresses addresses) {
        if (AddressCuts.mayBePods(addresses)) {
            obstacles.add(Obstacle.ADDRESSES_OF_PODS);
        }
        return Cut.outside(addresses);
    }

    private Cut<Peer> podsOfAnyone(Peer.Pods other) {
        obstacles.add(Obstacle.EVERYONE_BUT_PODS);
        return Cut.inside(other);
    }

    /** Everyone else is every pod and every other address. */
    private static Cut<Peer> addressesOfAnyone(Peer.Addresses other) {
        List<Peer> outside = new ArrayList<>();
        outside.add(Peer.Pods.of(Namespaces.ALL, Selector.EVERYTHING));
        for (AddressRange all : ALL_ADDRESSES) {
            outside.addAll(
                    AddressCuts.cut(new Peer.Addresses(all, List.of()), other).outside());
        }
        return new Cut<>(List.of(other), outside);
    }
}
