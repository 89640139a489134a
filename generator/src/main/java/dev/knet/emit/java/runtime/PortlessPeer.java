package dev.knet.emit.java.runtime;

import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;

/** A peer that does not say which ports it has: a sentence about it has to. */
@Generated("knet")
public abstract class PortlessPeer extends Peer {
    PortlessPeer() {}

    static PortlessSentence allowing(PortlessPeer target, Peer source, Peer... more) {
        List<Peer> sources = new ArrayList<>(List.of(more));
        sources.add(0, source);
        return new PortlessSentence(new Relation(Direction.INGRESS, target, sources));
    }
}
