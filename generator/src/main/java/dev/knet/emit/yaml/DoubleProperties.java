package dev.knet.emit.yaml;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses an object that has a property of its class among those that its class does not know: it would be there twice. */
final class DoubleProperties implements Properties.Visitor {
    private final Object object;
    private final Set<String> unknown = new HashSet<>();

    private DoubleProperties(Object object) {
        this.object = object;
    }

    static void refuse(Object object, Properties properties, Map<?, ?> unknown) {
        DoubleProperties visitor = new DoubleProperties(object);
        for (Object name : unknown.keySet()) {
            visitor.unknown.add(String.valueOf(name));
        }
        properties.read(object, visitor);
    }

    @Override
    public void property(String key, @Nullable Object value) {
        if (value != null && unknown.contains(key)) {
            throw new IllegalArgumentException(object.getClass().getSimpleName() + " has " + key + " twice");
        }
    }

    @Override
    public void freeForm(String key, @Nullable Object value) {
        property(key, value);
    }

    @Override
    public void additional(@Nullable Map<?, ?> properties) {}
}
