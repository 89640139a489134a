package dev.knet.model;

import java.util.function.Function;

/** Ports of a pod that a permission opens. */
public sealed interface Port extends Comparable<Port> {
    Protocol protocol();

    /** The lowest number, 0 for a name. */
    int first();

    /** The highest number, 0 for a name. */
    int last();

    /** As a sentence could write it; different for any two ports. */
    String text();

    <R> R fold(Function<Range, R> range, Function<Named, R> named);

    @Override
    default int compareTo(Port other) {
        int byProtocol = protocol().compareTo(other.protocol());
        int byFirst = byProtocol != 0 ? byProtocol : Integer.compare(first(), other.first());
        int byLast = byFirst != 0 ? byFirst : Integer.compare(last(), other.last());
        return byLast != 0 ? byLast : text().compareTo(other.text());
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
        public String text() {
            String numbers = first == last ? "/" + first : "/" + first + "-" + last;
            return protocol.word() + (isAll() ? "" : numbers);
        }

        @Override
        public <R> R fold(Function<Range, R> range, Function<Named, R> named) {
            return range.apply(this);
        }
    }

    /** The port that a pod gives this name; a pod that has none is not meant. */
    record Named(Protocol protocol, String name) implements Port {
        @Override
        public int first() {
            return 0;
        }

        @Override
        public int last() {
            return 0;
        }

        @Override
        public String text() {
            return protocol.word() + "/" + name;
        }

        @Override
        public <R> R fold(Function<Range, R> range, Function<Named, R> named) {
            return named.apply(this);
        }
    }
}
