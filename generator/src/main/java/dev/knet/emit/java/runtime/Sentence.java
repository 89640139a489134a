package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** A sentence that lets something through: a whole one, like {@code web allows client on tcp/80} in a file. */
@Generated("knet")
public class Sentence {
    private final Relation relation;
    private final PortChoice choice;

    Sentence(Relation relation, PortChoice choice) {
        this.relation = relation;
        this.choice = choice;
    }

    Relation relation() {
        return relation;
    }

    List<Opening> openings() {
        return relation.target().end().members().stream()
                .map(member -> member.opening(choice))
                .toList();
    }

    /** Different for any two sentences that say different things: other than texts, names tell all ends apart. */
    String key() {
        List<String> sources =
                relation.sources().stream().map(source -> source.end().name()).toList();
        return relation.isolates() + " " + relation.target().end().name() + " " + sources + " " + choice;
    }

    PortChoice choice() {
        return choice;
    }

    /**
     * {@return the policies that make it true beside all that the file says: for its target where that is isolated, and
     * for its sources where these are. With several sentences, add them to the topology, because one may isolate what
     * another is about.}
     *
     * @throws IllegalArgumentException if the file denies some of it, or no policy can say it
     */
    public final List<NetworkPolicy> policies() {
        return Policies.of(List.of(this));
    }

    /** As a file would say it. */
    @Override
    public final String toString() {
        return relation + (choice.toString().isEmpty() ? "" : " on " + choice);
    }
}
