package dev.knet.syntax;

import dev.knet.source.Span;

/** What stands behind `on`, as written; protocols are their words in lower case. */
public sealed interface Port extends Node {

    <R> R accept(Visitor<R> visitor);

    /** One answer for each form of port. */
    interface Visitor<R> {
        R visit(One port);

        R visit(Range port);

        R visit(AllOf port);

        R visit(Any port);

        R visit(Named port);
    }

    /** `tcp/80`. */
    record One(PortNumber number, Span span) implements Port {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `tcp/8000-8100`. */
    record Range(String protocol, Int first, Int last, Span span) implements Port {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `tcp`: every port of a protocol. */
    record AllOf(String protocol, Span span) implements Port {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `any port`, of any protocol. */
    record Any(Span span) implements Port {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `http`: a port that the target declares. */
    record Named(Name name, Span span) implements Port {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
