package dev.knet.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One end of a connection. */
public sealed interface Peer {

    /** A text that tells any two apart and is the same in every run. */
    String key();

    /** Itself if it is pods, for what makes no difference between the others. */
    default Optional<Pods> asPods() {
        return this instanceof Pods pods ? Optional.of(pods) : Optional.empty();
    }

    <R> R fold(Function<Pods, R> pods, Function<Addresses, R> addresses, Function<Anyone, R> anyone);

    /** Pods by their labels, and those of a workload if it stands for just these. */
    record Pods(Namespaces namespaces, Selector selector, Optional<Workload> workload) implements Peer {

        public static Pods of(Workload workload) {
            return new Pods(new Namespaces.One(workload.namespace()), workload.selector(), Optional.of(workload));
        }

        public static Pods of(Namespaces namespaces, Selector selector) {
            return new Pods(namespaces, selector, Optional.empty());
        }

        /** All pods of a namespace. */
        public static Pods all(Namespace namespace) {
            return of(new Namespaces.One(namespace), Selector.EVERYTHING);
        }

        @Override
        public String key() {
            return "pods " + namespaces.key() + " (" + selector + ")";
        }

        /** The one namespace that they are in, if it is one. */
        public Optional<Namespace> namespace() {
            return namespaces instanceof Namespaces.One one ? Optional.of(one.namespace()) : Optional.empty();
        }

        /** The pods of one workload are the same however it was come by. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Pods pods
                    && workload.equals(pods.workload)
                    && (workload.isPresent() || key().equals(pods.key()));
        }

        @Override
        public int hashCode() {
            return workload.isPresent() ? workload.get().hashCode() : key().hashCode();
        }

        @Override
        public <R> R fold(Function<Pods, R> pods, Function<Addresses, R> addresses, Function<Anyone, R> anyone) {
            return pods.apply(this);
        }
    }

    /** Addresses outside the cluster: a range without some parts of it. Pods are known by labels, never by address. */
    record Addresses(AddressRange range, List<AddressRange> except) implements Peer {
        public Addresses {
            except = List.copyOf(except);
        }

        /** Whether clusters give pods addresses in there; some network plugins match pods by these. */
        public boolean mayBePods() {
            return AddressCuts.mayBePods(this);
        }

        @Override
        public String key() {
            return "range " + range + " except " + except;
        }

        @Override
        public <R> R fold(Function<Pods, R> pods, Function<Addresses, R> addresses, Function<Anyone, R> anyone) {
            return addresses.apply(this);
        }
    }

    /** Every end, inside and outside the cluster. */
    record Anyone() implements Peer {
        @Override
        public String key() {
            return "anyone";
        }

        @Override
        public <R> R fold(Function<Pods, R> pods, Function<Addresses, R> addresses, Function<Anyone, R> anyone) {
            return anyone.apply(this);
        }
    }
}
