package dev.knet.emit.yaml;

import io.fabric8.kubernetes.api.model.AnyType;
import io.fabric8.kubernetes.api.model.Duration;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Java values that are no objects in the format are there instead. */
final class PlainValue {
    private PlainValue() {}

    static @Nullable Object of(Object value) {
        if (value instanceof AnyType any) {
            return any.getValue();
        }
        if (value instanceof Quantity) {
            return value.toString();
        }
        return value.getClass().getSimpleName().startsWith("JSONSchemaPropsOr") ? choice(value) : rare(value);
    }

    /** A custom resource's schema has values that are one thing or another: the one that is set. */
    private static @Nullable Object choice(Object value) {
        FirstValue first = new FirstValue();
        FieldProperties.of(value.getClass()).read(value, first);
        return first.value;
    }

    private static final class FirstValue implements Properties.Visitor {
        private @Nullable Object value;

        @Override
        public void property(String key, @Nullable Object found) {
            if (value == null && !(found instanceof List<?> list && list.isEmpty())) {
                value = found;
            }
        }

        @Override
        public void freeForm(String key, @Nullable Object found) {
            property(key, found);
        }

        @Override
        public void additional(@Nullable Map<?, ?> properties) {}
    }

    private static @Nullable Object rare(Object value) {
        if (value instanceof MicroTime time) {
            return time.getTime();
        }
        if (value instanceof ZonedDateTime time) {
            return microTime(time);
        }
        if (value instanceof Duration duration) {
            return duration.getValue() + "ns";
        }
        if (value instanceof Enum<?> || value instanceof Character) {
            return value.toString();
        }
        if (value instanceof JsonNode node) {
            return json(node);
        }
        throw new IllegalArgumentException("a " + value.getClass().getName() + " has no YAML form");
    }

    private static String microTime(ZonedDateTime time) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                .format(time.withZoneSameInstant(ZoneOffset.UTC));
    }

    private static @Nullable Object json(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                map.put(property.getKey(), property.getValue());
            }
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(list::add);
            return list;
        }
        return jsonScalar(node);
    }

    private static @Nullable Object jsonScalar(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isNumber()) {
            return node.numberValue();
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.stringValue();
    }
}
