package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;
import java.util.function.Function;

/** Which namespaces. */
public sealed interface Scope extends Node {

    <R> R fold(Function<Named, R> named, Function<Matching, R> matching);

    /** `in monitoring`. */
    record Named(Name name, Span span) implements Scope {
        @Override
        public <R> R fold(Function<Named, R> named, Function<Matching, R> matching) {
            return named.apply(this);
        }
    }

    /** `in namespace(team=ops)`; without requirements, `in any namespace`. */
    record Matching(List<Requirement> selector, Span span) implements Scope {
        public Matching {
            selector = List.copyOf(selector);
        }

        @Override
        public <R> R fold(Function<Named, R> named, Function<Matching, R> matching) {
            return matching.apply(this);
        }
    }
}
