package dev.knet.emit.yaml;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the values of one Java class are in the format.
 *
 * @param isContainer whether they are lists or maps
 * @param properties those of an object of the model; null for what is none
 */
record ValueType(boolean isContainer, @Nullable Properties properties) {
    private static final String MODEL = "io.fabric8.kubernetes.api.model.";

    /** The model's classes that are no objects in the format. Names, because to name a class here is to load it. */
    private static final Set<String> PLAIN = Set.of(
            "AnyType",
            "IntOrString",
            "RawExtension",
            "Quantity",
            "MicroTime",
            "Duration",
            "JSONSchemaPropsOrArray",
            "JSONSchemaPropsOrBool",
            "JSONSchemaPropsOrStringArray");

    private static final Map<Class<?>, ValueType> KNOWN = new ConcurrentHashMap<>();

    static ValueType of(Class<?> type) {
        ValueType known = KNOWN.get(type);
        return known == null ? learn(type) : known;
    }

    private static ValueType learn(Class<?> type) {
        boolean isContainer = List.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
        ValueType learned = new ValueType(isContainer, isObject(type) ? properties(type) : null);
        KNOWN.put(type, learned);
        return learned;
    }

    private static boolean isObject(Class<?> type) {
        return type.getName().startsWith(MODEL) && !type.isEnum() && !PLAIN.contains(type.getSimpleName());
    }

    /** The properties of a whole manifest's object. */
    static Properties propertiesOf(HasMetadata object) {
        Properties properties = of(object.getClass()).properties();
        if (properties == null) {
            throw new IllegalArgumentException(
                    "no class of the model: " + object.getClass().getName());
        }
        return properties;
    }

    private static Properties properties(Class<?> type) {
        Properties usual = UsualProperties.of(type.getName().substring(MODEL.length()));
        return usual == null ? FieldProperties.of(type) : usual;
    }
}
