package dev.knet.emit.java.runtime;

import java.util.List;
import javax.annotation.processing.Generated;

/** What a sentence is about but for its ports: its target, its sources, and which of them is its subject. */
@Generated("knet")
record Relation(Direction isolates, Peer target, List<Peer> sources) {
    Relation {
        sources = List.copyOf(sources);
    }

    /** Whom the sentence isolates. */
    List<Peer> subjects() {
        return isolates == Direction.INGRESS ? List.of(target) : sources;
    }

    @Override
    public String toString() {
        String names = String.join(", ", sources.stream().map(Peer::toString).toList());
        return isolates == Direction.INGRESS ? target + " allows " + names : names + " reaches " + target;
    }
}
