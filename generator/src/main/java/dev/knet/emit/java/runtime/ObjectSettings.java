package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.Generated;

/**
 * What code can change of one object.
 *
 * @param <O> the object
 * @param <S> these settings
 */
@Generated("knet")
public abstract class ObjectSettings<O extends HasMetadata, S extends ObjectSettings<O, S>> {
    private O object;

    ObjectSettings(O object) {
        this.object = object;
    }

    final O object() {
        return object;
    }

    final S replace(O other) {
        object = other;
        return self();
    }

    @SuppressWarnings("unchecked")
    final S self() {
        return (S) this;
    }

    /** What policies and services know it by, which must stay as it is. */
    Map<String, Object> knownBy(Set<String> selectedLabels) {
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("name", object.getMetadata().getName());
        known.put("namespace", Objects.requireNonNullElse(object.getMetadata().getNamespace(), ""));
        return known;
    }

    static Map<String, String> selected(ObjectMeta metadata, Set<String> selectedLabels) {
        Map<String, String> labels = new TreeMap<>(metadata.getLabels());
        labels.keySet().retainAll(selectedLabels);
        return labels;
    }

    /**
     * Gives it a label, in the place of one of the same key.
     *
     * @param key none that a policy or a service knows pods or namespaces by
     * @param value its value
     * @return this
     */
    public S label(String key, String value) {
        addLabel(object.getMetadata(), key, value);
        return self();
    }

    static void addLabel(ObjectMeta metadata, String key, String value) {
        Map<String, String> labels = new LinkedHashMap<>(metadata.getLabels());
        labels.put(key, value);
        metadata.setLabels(labels);
    }

    /**
     * Gives it an annotation, in the place of one of the same key.
     *
     * @param key its key
     * @param value its value
     * @return this
     */
    public S annotation(String key, String value) {
        addAnnotation(object.getMetadata(), key, value);
        return self();
    }

    static void addAnnotation(ObjectMeta metadata, String key, String value) {
        Map<String, String> annotations = new LinkedHashMap<>(metadata.getAnnotations());
        annotations.put(key, value);
        metadata.setAnnotations(annotations);
    }
}
