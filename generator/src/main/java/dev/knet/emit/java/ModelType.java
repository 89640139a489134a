package dev.knet.emit.java;

import com.palantir.javapoet.ClassName;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A class of the Kubernetes model that has a builder, and its properties in the order in which they are written. */
final class ModelType {
    private static final Map<Class<?>, ModelType> KNOWN = new ConcurrentHashMap<>();

    private final ClassName builder;
    private final List<Property> properties;

    private ModelType(ClassName builder, List<Property> properties) {
        this.builder = builder;
        this.properties = List.copyOf(properties);
    }

    static ModelType of(Class<?> type) {
        ModelType known = KNOWN.get(type);
        return known == null ? learn(type) : known;
    }

    private static ModelType learn(Class<?> type) {
        Object blank = blank(type);
        List<Property> properties = new ArrayList<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    properties.add(Property.of(field, blank));
                }
            }
        }
        Collections.sort(properties);
        ModelType learned = new ModelType(ClassName.get(type).peerClass(type.getSimpleName() + "Builder"), properties);
        KNOWN.put(type, learned);
        return learned;
    }

    private static Object blank(Class<?> type) {
        try {
            Class.forName(type.getName() + "Builder", false, type.getClassLoader());
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("a " + type.getName() + " has no builder", e);
        }
    }

    ClassName builder() {
        return builder;
    }

    List<Property> properties() {
        return properties;
    }
}
