package dev.knet.emit.yaml;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one class of the Kubernetes model, in the order in which they are written.
 *
 * <p>Read from the fields: from cold, that is cheaper than calling the getters by reflection or by method handles.
 */
final class ModelType {
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

    private static final Map<Class<?>, ModelType> KNOWN = new ConcurrentHashMap<>();

    private final boolean isObject;
    private final Property[] properties;
    private final @Nullable Property additional;

    private ModelType(boolean isObject, Property[] properties, @Nullable Property additional) {
        this.isObject = isObject;
        this.properties = properties;
        this.additional = additional;
    }

    static ModelType of(Class<?> type) {
        ModelType known = KNOWN.get(type);
        return known == null ? learn(type) : known;
    }

    private static ModelType learn(Class<?> type) {
        ModelType learned = isModel(type) ? read(type) : new ModelType(false, new Property[0], null);
        KNOWN.put(type, learned);
        return learned;
    }

    private static boolean isModel(Class<?> type) {
        return type.getName().startsWith(MODEL) && !type.isEnum();
    }

    private static ModelType read(Class<?> type) {
        List<Property> properties = new ArrayList<>();
        Property additional = null;
        for (Field field : fields(type)) {
            if (isAdditional(field)) {
                additional = Property.of(field);
            } else {
                properties.add(Property.of(field));
            }
        }
        Property[] sorted = properties.toArray(new Property[0]);
        Arrays.sort(sorted);
        return new ModelType(!PLAIN.contains(type.getSimpleName()), sorted, additional);
    }

    /** What the class and those above it hold, in no order to rely on. */
    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    /** A schema has a property of that name, which is no map. */
    private static boolean isAdditional(Field field) {
        return field.getName().equals("additionalProperties") && field.getType() == Map.class;
    }

    /** Whether it is written as its properties; if not, {@link PlainValue} knows as what. */
    boolean isObject() {
        return isObject;
    }

    Property[] properties() {
        return properties;
    }

    /** The properties that the class does not know, which are written beside those that it does. */
    Map<?, ?> additional(Object bean) {
        return additional != null && additional.of(bean) instanceof Map<?, ?> map ? map : Map.of();
    }

    /** A property that the class knows too would stand there twice. */
    void requireUnset(Object bean, Set<?> names) {
        for (Property property : properties) {
            if (names.contains(property.name()) && property.of(bean) != null) {
                throw new IllegalArgumentException(
                        bean.getClass().getSimpleName() + " has " + property.name() + " twice");
            }
        }
    }
}
