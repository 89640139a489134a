package dev.knet.reach;

import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.policy.Endpoint;
import dev.knet.reach.space.AddressRange;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** One end of a connection, as a list names it. Ends are sorted by that text. */
public sealed interface End extends Comparable<End> {

    /** As a list names it: {@code shop/web[Deployment]}, {@code 10.0.0.0-10.255.255.255[External]}. */
    String text();

    <R> R fold(Function<Workload, R> workload, Function<External, R> external, Function<Stranger, R> stranger);

    /**
     * Of just what {@link #text()} writes; empty for any other text. Of a stranger in a namespace with a name, no other
     * labels of the namespace are known then.
     */
    static Optional<End> parse(String text) {
        return EndText.parse(text);
    }

    /** Whether it is a pod in one of these namespaces. */
    default boolean isIn(Predicate<String> namespaces) {
        return fold(
                workload -> namespaces.test(workload.namespace()),
                external -> false,
                stranger -> namespaces.test(stranger.namespace()));
    }

    @Override
    default int compareTo(End other) {
        return Comparator.comparing(End::text).compare(this, other);
    }

    /** A controller with its pods, or a pod without one. */
    record Workload(String namespace, String name, String kind) implements End {
        /** {@code shop/web}. */
        public String qualifiedName() {
            return namespace.isEmpty() ? name : namespace + "/" + name;
        }

        @Override
        public String text() {
            return qualifiedName() + "[" + kind + "]";
        }

        @Override
        public <R> R fold(
                Function<Workload, R> workload, Function<External, R> external, Function<Stranger, R> stranger) {
            return workload.apply(this);
        }
    }

    /** Addresses outside the cluster. */
    record External(AddressRange range) implements End {
        @Override
        public String text() {
            return range + "[External]";
        }

        @Override
        public <R> R fold(
                Function<Workload, R> workload, Function<External, R> external, Function<Stranger, R> stranger) {
            return external.apply(this);
        }
    }

    /**
     * Pods that no manifest has, but that could run in the cluster: in a namespace that is known by its name, by labels, or
     * by nothing at all, with just the labels that are written. In texts, {@code *} is whatever no policy speaks of.
     *
     * @param namespace its name; empty for one that is known by its labels, if at all
     */
    record Stranger(String namespace, Map<String, String> namespaceLabels, Map<String, String> labels) implements End {
        public Stranger {
            namespaceLabels = Map.copyOf(namespaceLabels);
            labels = Map.copyOf(labels);
        }

        @Override
        public String text() {
            return (namespace.isEmpty() ? words(namespaceLabels) : namespace) + "/" + words(labels) + "[Pod]";
        }

        /** As policies see it. A namespace that nothing is known of has a name like any other, but none that can be asked for. */
        public Endpoint.Pod endpoint() {
            String name = namespace.isEmpty() ? text() : namespace;
            Map<String, String> all = new TreeMap<>(namespaceLabels);
            all.putIfAbsent(NamespaceObject.NAME_LABEL, name);
            return new Endpoint.Pod(name, all, labels, Optional.empty(), false);
        }

        private static String words(Map<String, String> labels) {
            if (labels.isEmpty()) {
                return "*";
            }
            StringBuilder words = new StringBuilder("{");
            new TreeMap<>(labels)
                    .forEach((key, value) -> words.append(words.length() > 1 ? "," : "")
                            .append(key)
                            .append('=')
                            .append(value));
            return words.append('}').toString();
        }

        @Override
        public <R> R fold(
                Function<Workload, R> workload, Function<External, R> external, Function<Stranger, R> stranger) {
            return stranger.apply(this);
        }
    }
}
