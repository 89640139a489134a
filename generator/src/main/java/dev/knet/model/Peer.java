package dev.knet.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One end of a connection. */
public sealed interface Peer {

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

        /** The one namespace that they are in, if it is one. */
        public Optional<Namespace> namespace() {
            return namespaces.fold(one -> Optional.of(one.namespace()), matching -> Optional.empty());
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

        @Override
        public <R> R fold(Function<Pods, R> pods, Function<Addresses, R> addresses, Function<Anyone, R> anyone) {
            return addresses.apply(this);
        }
    }

    /** Every end, inside and outside the cluster. */
    record Anyone() implements Peer {
        @Override
        public <R> R fold(Function<Pods, R> pods, Function<Addresses, R> addresses, Function<Anyone, R> anyone) {
            return anyone.apply(this);
        }
    }
}
