package dev.knet.reach.objects;

import dev.knet.reach.space.AddressRange;
import java.util.List;

/**
 * Some pods and addresses, as an expression: whom a native policy selects, and whom its rules are about. Of a pod the
 * address is not known.
 */
public sealed interface Who {
    Who EVERYBODY = new AllOf(List.of());
    Who NOBODY = new AnyOf(List.of());
    Who EVERY_POD = new Pods(LabelQuery.EVERYTHING, LabelQuery.EVERYTHING);
    Who OUTSIDE = new AnyOf(List.of(new Addresses(AddressRange.ALL_V4), new Addresses(AddressRange.ALL_V6)));
    Who ON_NODES = new OnNodes();

    <R> R accept(Visitor<R> visitor);

    /** By which of them it is. */
    interface Visitor<R> {
        R pods(Pods pods);

        R addresses(Addresses addresses);

        R onNodes();

        R allOf(List<Who> parts);

        R anyOf(List<Who> parts);

        R not(Who part);

        R perhaps(Who part);
    }

    /** Pods by their labels and those of their namespaces; none that is in its node's network. */
    record Pods(LabelQuery namespaces, LabelQuery pods) implements Who {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pods(this);
        }
    }

    /** Addresses outside the cluster. */
    record Addresses(AddressRange range) implements Who {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addresses(this);
        }
    }

    /** Pods in their node's network. */
    record OnNodes() implements Who {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onNodes();
        }
    }

    /** Who is meant by each of them; by none at all, everybody is. */
    record AllOf(List<Who> parts) implements Who {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.allOf(parts);
        }
    }

    /** Who is meant by one of them; by none at all, nobody is. */
    record AnyOf(List<Who> parts) implements Who {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.anyOf(parts);
        }
    }

    /** Everybody else. */
    record Not(Who part) implements Who {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(part);
        }
    }

    /** Some of these, and it is not known which. */
    record Perhaps(Who part) implements Who {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.perhaps(part);
        }
    }
}
