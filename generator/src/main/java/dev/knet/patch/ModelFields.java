package dev.knet.patch;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a class of the model, by their names in the format. Of the kinds that a patch can be for, every field is
 * called in Java what it is called in the format; a test says so.
 */
final class ModelFields {
    /** Holds what the class does not know. A patch never has any. */
    private static final String ADDITIONAL = "additionalProperties";

    private final Class<?> type;
    private final SortedMap<String, Field> fields = new TreeMap<>();

    private ModelFields(Class<?> type) {
        this.type = type;
    }

    static ModelFields of(Class<?> type) {
        ModelFields model = new ModelFields(type);
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                model.fields.put(field.getName(), field);
            }
        }
        return model;
    }

    Set<String> names() {
        SortedMap<String, Field> known = new TreeMap<>(fields);
        known.remove(ADDITIONAL);
        return known.keySet();
    }

    boolean has(String name) {
        return fields.containsKey(name) && !name.equals(ADDITIONAL);
    }

    Type type(String name) {
        return field(name).getGenericType();
    }

    @Nullable
    Object get(Object object, String name) {
        try {
            return field(name).get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    void set(Object object, String name, @Nullable Object value) {
        try {
            field(name).set(object, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An object without anything in it but what its class presets: empty lists and maps, a kind. */
    Object blank() {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    /** Another object that has the same in its fields. */
    Object copy(Object object) {
        Object copy = blank();
        for (String name : fields.keySet()) {
            set(copy, name, get(object, name));
        }
        return copy;
    }

    private Field field(String name) {
        Field field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException(type.getName() + " has no " + name);
        }
        return field;
    }
}
