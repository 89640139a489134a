package dev.knet.emit.java.runtime;

import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * A sentence about a target that says which ports it has: it is about all of these, unless it says {@code on} which.
 *
 * @param <P> the ports of the target
 */
@Generated("knet")
public final class PortedSentence<P extends TargetPort> extends Sentence {
    PortedSentence(Relation relation) {
        super(relation, PortChoice.OFFERED);
    }

    /**
     * {@return the same about these ports of the target only}
     *
     * @param port one of them
     * @param more the others
     */
    @SafeVarargs
    public final Sentence on(P port, P... more) {
        List<Ports> all = new ArrayList<>();
        all.add(Ports.of(port));
        for (P other : more) {
            all.add(Ports.of(other));
        }
        return new Sentence(relation(), PortChoice.of(all));
    }

    /** {@return the same about any port of any protocol; of a service, about any of its ports} */
    public Sentence onAnyPort() {
        return new Sentence(relation(), PortChoice.ANY);
    }
}
