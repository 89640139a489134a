package dev.knet.emit.java.runtime;

import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;

/** The beginning of a sentence about a target that does not say which ports it has: the sentence has to. */
@Generated("knet")
public final class PortlessSentence {
    private final Relation relation;

    PortlessSentence(Relation relation) {
        this.relation = relation;
    }

    /**
     * {@return the sentence about these ports}
     *
     * @param ports some of them
     * @param more the others
     */
    public Sentence on(Ports ports, Ports... more) {
        List<Ports> all = new ArrayList<>(List.of(more));
        all.add(0, ports);
        return new Sentence(relation, PortChoice.of(all));
    }

    /** {@return the sentence about any port of any protocol} */
    public Sentence onAnyPort() {
        return new Sentence(relation, PortChoice.ANY);
    }

    @Override
    public String toString() {
        return relation.toString();
    }
}
