package dev.knet.emit.yaml;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One property of a class of the Kubernetes model.
 *
 * @param key its name in the format as it is written, with the colon
 */
record Property(String name, String key, Field field) implements Comparable<Property> {
    /** Classes whose keys differ from their fields' names without these looking unusual. */
    private static final Set<String> IRREGULAR = Set.of("AuthInfo", "Cluster", "Config", "DaemonEndpoint");

    static Property of(Field field) {
        field.setAccessible(true);
        String name = isRegular(field) ? field.getName() : annotatedName(field);
        return new Property(name, key(name), field);
    }

    /** Reading one annotation costs a cold JVM as much as reading the fields of ten classes, so most are not read. */
    private static boolean isRegular(Field field) {
        String name = field.getName();
        return Character.isLowerCase(name.charAt(0))
                && !(name.length() > 1 && Character.isUpperCase(name.charAt(1)))
                && !IRREGULAR.contains(field.getDeclaringClass().getSimpleName());
    }

    private static String annotatedName(Field field) {
        JsonProperty annotation = field.getAnnotation(JsonProperty.class);
        return annotation == null || annotation.value().isEmpty() ? field.getName() : annotation.value();
    }

    private static String key(String name) {
        StringBuilder key = new StringBuilder();
        Scalars.write(key, name);
        return key.append(':').toString();
    }

    boolean isList() {
        return field.getType() == List.class;
    }

    /** Whether it is a map, whose keys the user gives. */
    boolean isDictionary() {
        return field.getType() == Map.class;
    }

    @Nullable
    Object of(Object bean) {
        try {
            return field.get(bean);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int compareTo(Property other) {
        return KeyOrder.OBJECT.compare(name, other.name);
    }
}
