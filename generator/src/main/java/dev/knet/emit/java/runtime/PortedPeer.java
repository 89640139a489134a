package dev.knet.emit.java.runtime;

import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * A peer that says which ports it has, and is reached on these.
 *
 * @param <P> its ports
 */
@Generated("knet")
public abstract class PortedPeer<P extends TargetPort> extends Peer {
    PortedPeer() {}

    static <P extends TargetPort> PortedSentence<P> allowing(PortedPeer<P> target, Peer source, Peer... more) {
        List<Peer> sources = new ArrayList<>(List.of(more));
        sources.add(0, source);
        return new PortedSentence<>(new Relation(Direction.INGRESS, target, sources));
    }
}
