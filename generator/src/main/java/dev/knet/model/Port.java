package dev.knet.model;

import java.util.Comparator;
import java.util.function.Function;

/** Ports of a pod that a permission opens. */
public sealed interface Port extends Comparable<Port> {
    Comparator<Port> ORDER = Comparator.comparing(Port::protocol)
            .thenComparing(port -> port.<Integer>fold(Range::first, named -> 0))
            .thenComparing(port -> port.<Integer>fold(Range::last, named -> 0))
            .thenComparing(port -> port.<String>fold(range -> "", Named::name));

    Protocol protocol();

    <R> R fold(Function<Range, R> range, Function<Named, R> named);

    @Override
    default int compareTo(Port other) {
        return ORDER.compare(this, other);
    }

    /** From the first to the last number, both included. */
    record Range(Protocol protocol, int first, int last) implements Port {
        public static final int LOWEST = 1;
        public static final int HIGHEST = 65535;

        public static Range one(Protocol protocol, int number) {
            return new Range(protocol, number, number);
        }

        public static Range allOf(Protocol protocol) {
            return new Range(protocol, LOWEST, HIGHEST);
        }

        public boolean contains(int number) {
            return first <= number && number <= last;
        }

        public boolean isAll() {
            return first == LOWEST && last == HIGHEST;
        }

        @Override
        public <R> R fold(Function<Range, R> range, Function<Named, R> named) {
            return range.apply(this);
        }
    }

    /** The port that a pod gives this name; a pod that has none is not meant. */
    record Named(Protocol protocol, String name) implements Port {
        @Override
        public <R> R fold(Function<Range, R> range, Function<Named, R> named) {
            return named.apply(this);
        }
    }
}
