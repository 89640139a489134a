package dev.knet.reach;

import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.space.AddressRange;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Some ends, by what is said of them: what a question is about. */
public sealed interface Selection {
    Selection ANYONE = new Anyone();

    <R> R fold(
            Function<Named, R> named,
            Function<Pods, R> pods,
            Function<Addresses, R> addresses,
            Function<Anyone, R> anyone);

    /** A workload of the manifests, and whatever policies cannot tell from it. */
    record Named(End.Workload workload) implements Selection {
        @Override
        public <R> R fold(
                Function<Named, R> named,
                Function<Pods, R> pods,
                Function<Addresses, R> addresses,
                Function<Anyone, R> anyone) {
            return named.apply(this);
        }
    }

    /** Pods by labels; of one namespace, if it is named, and of such namespaces. */
    record Pods(Optional<String> namespace, LabelQuery namespaces, LabelQuery pods) implements Selection {
        @Override
        public <R> R fold(
                Function<Named, R> named,
                Function<Pods, R> pods,
                Function<Addresses, R> addresses,
                Function<Anyone, R> anyone) {
            return pods.apply(this);
        }
    }

    /** Addresses outside the cluster, less some of them. */
    record Addresses(AddressRange range, List<AddressRange> except) implements Selection {
        public Addresses {
            except = List.copyOf(except);
        }

        boolean contains(AddressRange part) {
            return range.contains(part)
                    && except.stream().noneMatch(it -> it.and(part).isPresent());
        }

        @Override
        public <R> R fold(
                Function<Named, R> named,
                Function<Pods, R> pods,
                Function<Addresses, R> addresses,
                Function<Anyone, R> anyone) {
            return addresses.apply(this);
        }
    }

    /** Every pod and every address. */
    record Anyone() implements Selection {
        @Override
        public <R> R fold(
                Function<Named, R> named,
                Function<Pods, R> pods,
                Function<Addresses, R> addresses,
                Function<Anyone, R> anyone) {
            return anyone.apply(this);
        }
    }
}
