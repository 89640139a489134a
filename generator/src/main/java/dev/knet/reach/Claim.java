package dev.knet.reach;

import dev.knet.reach.objects.PolicyObject.Port;
import dev.knet.reach.policy.Explanation;
import dev.knet.reach.space.PortSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that is said of who can talk to whom, and that holds or does not.
 *
 * @param ports as a rule lists them: none at all are all ports of all protocols
 */
public record Claim(Kind kind, List<Selection> sources, List<Selection> targets, List<Port> ports) {

    /** What is said. */
    public enum Kind {
        /** Each source can connect to each target on each port. */
        REACHES,
        /** No source can connect to any target on any port. */
        CANNOT_REACH,
        /** Each source can, and nobody else can on any of the ports: nothing that could run in the cluster, no address. */
        ONLY
    }

    public Claim {
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
        ports = List.copyOf(ports);
    }

    /** Whether it holds, and if not, the first thing that speaks against it. */
    public record Verdict(Claim claim, Optional<Objection> objection) {
        public boolean holds() {
            return objection.isEmpty();
        }

        /** {@code holds}, or what speaks against it. */
        @Override
        public String toString() {
            return objection.map(Object::toString).orElse("holds");
        }
    }

    /** What speaks against a claim. */
    public sealed interface Objection {
        <R> R fold(
                Function<CounterExample, R> counterExample, Function<Nobody, R> nobody, Function<TooMany, R> tooMany);
    }

    /** Two ends that can connect and should not, or that should be able to and are not: and on what, and why. */
    public record CounterExample(End from, End to, boolean canConnect, PortSet ports, List<Explanation> reasons)
            implements Objection {
        public CounterExample {
            reasons = List.copyOf(reasons);
        }

        @Override
        public String toString() {
            return from.text() + (canConnect ? " can" : " cannot") + " connect to " + to.text() + " on " + ports;
        }

        @Override
        public <R> R fold(
                Function<CounterExample, R> counterExample, Function<Nobody, R> nobody, Function<TooMany, R> tooMany) {
            return counterExample.apply(this);
        }
    }

    /** That there is nobody of whom it could hold. */
    public record Nobody(boolean isSource) implements Objection {
        @Override
        public <R> R fold(
                Function<CounterExample, R> counterExample, Function<Nobody, R> nobody, Function<TooMany, R> tooMany) {
            return nobody.apply(this);
        }
    }

    /** That more sorts of pods would have to be looked at than can be in reasonable time. */
    public record TooMany() implements Objection {
        @Override
        public <R> R fold(
                Function<CounterExample, R> counterExample, Function<Nobody, R> nobody, Function<TooMany, R> tooMany) {
            return tooMany.apply(this);
        }
    }
}
