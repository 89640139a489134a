package dev.knet.model;

import java.util.function.Function;

/** Which namespaces the pods of a peer are in. */
public sealed interface Namespaces {
    Namespaces ALL = new Matching(Selector.EVERYTHING);

    /** A text that tells any two apart and is the same in every run. */
    String key();

    <R> R fold(Function<One, R> one, Function<Matching, R> matching);

    /** A namespace of the topology. */
    record One(Namespace namespace) implements Namespaces {
        @Override
        public String key() {
            return "in " + namespace.name();
        }

        @Override
        public <R> R fold(Function<One, R> one, Function<Matching, R> matching) {
            return one.apply(this);
        }
    }

    /** Every namespace of the cluster with such labels. */
    record Matching(Selector selector) implements Namespaces {
        @Override
        public String key() {
            return "in (" + selector + ")";
        }

        @Override
        public <R> R fold(Function<One, R> one, Function<Matching, R> matching) {
            return matching.apply(this);
        }
    }
}
