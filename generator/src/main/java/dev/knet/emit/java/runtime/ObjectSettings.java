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

    /** Each class is its own S: javac cannot know that of what extends this. */
    @SuppressWarnings("unchecked")
    final S self() {
        return (S) this;
    }

    /** What policies and services know it by, which must stay as it is. */
    Map<String, String> knownBy(Set<String> selectedLabels, Set<String> selectedPorts) {
        ObjectMeta metadata = orNew(object.getMetadata());
        Map<String, String> known = new LinkedHashMap<>();
        known.put("name", Objects.requireNonNullElse(metadata.getName(), ""));
        known.put("namespace", Objects.requireNonNullElse(metadata.getNamespace(), ""));
        return known;
    }

    static void addLabels(Map<String, String> known, String whose, ObjectMeta metadata, Set<String> selectedLabels) {
        Map<String, String> labels = orNew(metadata).getLabels();
        for (Map.Entry<String, String> label : new TreeMap<>(labels == null ? Map.of() : labels).entrySet()) {
            if (selectedLabels.contains(label.getKey())) {
                known.put(whose + " `" + label.getKey() + "`", Objects.requireNonNullElse(label.getValue(), ""));
            }
        }
    }

    /** A change may have taken it away. */
    private static ObjectMeta orNew(ObjectMeta metadata) {
        return Objects.requireNonNullElseGet(metadata, ObjectMeta::new);
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
