package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesList;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * A topology with changes that are made in code. What is not changed stays as it is in the manifest files.
 *
 * @param <T> itself
 */
@Generated("knet")
public abstract class Changes<T extends Changes<T>> {
    private final Map<Key, UnaryOperator<HasMetadata>> changes = new HashMap<>();
    private final List<Sentence> sentences = new ArrayList<>();

    private record Key(String kind, String namespace, String name) {
        static Key of(HasMetadata object) {
            String namespace = object.getMetadata().getNamespace();
            return new Key(
                    object.getKind(),
                    Objects.requireNonNullElse(namespace, ""),
                    object.getMetadata().getName());
        }

        @Override
        public String toString() {
            return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
        }
    }

    Changes() {}

    abstract KubernetesList unchanged();

    /** The keys of the labels by which policies and services know pods and namespaces. */
    abstract Set<String> selectedLabels();

    /** The names by which policies and services know ports of pods. */
    abstract Set<String> selectedPorts();

    abstract T self();

    final <O extends HasMetadata, S extends ObjectSettings<O, S>> T change(
            Class<O> type, String namespace, String name, Function<O, S> settings, Consumer<? super S> change) {
        UnaryOperator<HasMetadata> next = object -> changed(settings.apply(type.cast(object)), change);
        changes.merge(
                new Key(type.getSimpleName(), namespace, name),
                next,
                (first, second) -> object -> second.apply(first.apply(object)));
        return self();
    }

    private <O extends HasMetadata, S extends ObjectSettings<O, S>> O changed(S settings, Consumer<? super S> change) {
        Key key = Key.of(settings.object());
        Map<String, String> before = settings.knownBy(selectedLabels(), selectedPorts());
        change.accept(settings);
        Map<String, String> after = settings.knownBy(selectedLabels(), selectedPorts());
        Set<String> features = new LinkedHashSet<>(before.keySet());
        features.addAll(after.keySet());
        for (String feature : features) {
            if (!Objects.equals(before.get(feature), after.get(feature))) {
                String must =
                        before.containsKey(feature) ? "must stay `" + before.get(feature) + "`" : "it must not get";
                throw new IllegalArgumentException("policies and services know " + key + " by its " + feature
                        + ", which " + must + ": change it in the .knet file");
            }
        }
        return settings.object();
    }

    /**
     * Adds sentences, with all the policies that they need at both ends.
     *
     * @param sentence one of them
     * @param more the others
     * @return this
     */
    public final T allow(Sentence sentence, Sentence... more) {
        sentences.add(sentence);
        sentences.addAll(List.of(more));
        return self();
    }

    private static void refuseTaken(List<NetworkPolicy> policies, List<HasMetadata> items) {
        Set<Key> taken = new HashSet<>();
        items.forEach(object -> taken.add(Key.of(object)));
        for (NetworkPolicy policy : policies) {
            if (taken.contains(Key.of(policy))) {
                throw new IllegalArgumentException(
                        "the .knet file has another " + Key.of(policy) + ": give it another name there");
            }
        }
    }

    /**
     * {@return all objects of the topology, made anew and changed, in an order that is safe to apply}
     *
     * @throws IllegalArgumentException if the file denies some of a sentence, if no policy can say one, or if a change would
     *     take pods away from the policies about them
     */
    public final KubernetesList manifests() {
        List<HasMetadata> items = new ArrayList<>();
        int end = 0;
        for (HasMetadata object : unchanged().getItems()) {
            UnaryOperator<HasMetadata> change = changes.getOrDefault(Key.of(object), UnaryOperator.identity());
            items.add(change.apply(object));
            if (object instanceof Namespace || object instanceof NetworkPolicy) {
                end = items.size();
            }
        }
        List<NetworkPolicy> policies = Policies.of(sentences);
        refuseTaken(policies, items);
        items.addAll(end, policies);
        KubernetesList list = new KubernetesList();
        list.setItems(items);
        return list;
    }
}
