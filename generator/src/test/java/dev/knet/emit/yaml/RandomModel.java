package dev.knet.emit.yaml;

import io.fabric8.kubernetes.api.model.AnyType;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.DefaultKubernetesResourceList;
import io.fabric8.kubernetes.api.model.Duration;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Objects of any class of the model with any of their properties, the same for the same seed. */
public final class RandomModel {
    private static final int DEEPEST = 4;

    private final Random random;

    public RandomModel(long seed) {
        random = new Random(seed);
    }

    /** An object with every property that the class itself declares. */
    public Object full(Class<?> type) {
        Object scalar = scalar(type);
        return scalar == null ? bean(type, 1, 1.0) : scalar;
    }

    /** An object with some of its properties. */
    public Object sparse(Class<?> type) {
        Object scalar = scalar(type);
        return scalar == null ? bean(type, 0, 0.3) : scalar;
    }

    private Object bean(Class<?> type, int depth, double chance) {
        try {
            Object bean = type.getConstructor().newInstance();
            List<Field> fields = fields(type);
            if (isChoice(type)) {
                fields = List.of(fields.get(random.nextInt(fields.size())));
            }
            for (Field field : fields) {
                field.setAccessible(true);
                if (isChoice(type) || random.nextDouble() < chance) {
                    field.set(bean, value(field.getGenericType(), depth + 1, chance < 1 && mayBeEmpty(type)));
                } else if (field.getType() != Map.class) {
                    field.set(bean, null);
                }
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static boolean isChoice(Class<?> type) {
        return type.getSimpleName().startsWith("JSONSchemaPropsOr");
    }

    /** The usual serialization keeps an empty list only in lists of objects and in tables; we never do. */
    private static boolean mayBeEmpty(Class<?> type) {
        return !DefaultKubernetesResourceList.class.isAssignableFrom(type)
                && !type.getSimpleName().startsWith("Table");
    }

    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> c = type; c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                boolean additional = field.getName().equals("additionalProperties") && isChoice(type);
                if (!Modifier.isStatic(field.getModifiers()) && !additional) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    private Object value(Type type, int depth, boolean mayBeEmpty) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            int size = depth > DEEPEST ? (mayBeEmpty ? 0 : 1) : random.nextInt(3) + (mayBeEmpty ? 0 : 1);
            return generic.getRawType() == List.class
                    ? list(arguments[0], size, depth)
                    : map(arguments[1], size, depth);
        }
        return type instanceof Class<?> c ? single(c, depth) : configMap();
    }

    private List<Object> list(Type item, int size, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(value(item, depth, true));
        }
        return list;
    }

    private Map<String, Object> map(Type value, int size, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            map.put("x-" + HostileStrings.random(random), value(value, depth, true));
        }
        return map;
    }

    private Object single(Class<?> type, int depth) {
        Object scalar = scalar(type);
        if (scalar != null) {
            return scalar;
        }
        if (type == Object.class) {
            return json(2);
        }
        if (type.isInterface()) {
            return configMap();
        }
        return JsonNode.class.isAssignableFrom(type) ? jsonNode() : bean(type, depth, depth > DEEPEST ? 0 : 0.4);
    }

    private Object scalar(Class<?> type) {
        Map<Class<?>, Object> values = new LinkedHashMap<>();
        values.put(String.class, HostileStrings.random(random));
        values.put(Integer.class, random.nextInt());
        values.put(Long.class, random.nextLong());
        values.put(Boolean.class, random.nextBoolean());
        values.put(Double.class, random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
        values.put(IntOrString.class, new IntOrString(random.nextBoolean() ? random.nextInt(9999) : "http"));
        values.put(Quantity.class, Quantity.parse(random.nextInt(999) + (random.nextBoolean() ? "" : "Mi")));
        values.put(MicroTime.class, new MicroTime("2024-01-02T03:04:05.000006Z"));
        values.put(Duration.class, new Duration(java.time.Duration.ofMillis(random.nextInt(99999))));
        values.put(
                ZonedDateTime.class,
                Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1000L)
                        .atZone(ZoneOffset.ofHours(2)));
        return AnyType.class.isAssignableFrom(type) && type != IntOrString.class ? any(type) : values.get(type);
    }

    private Object any(Class<?> type) {
        try {
            return type.getConstructor(Object.class).newInstance(json(2));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What JSON can hold. */
    private Object json(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 7)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextBoolean();
            case 2 -> HostileStrings.random(random);
            case 3 -> random.nextDouble();
            case 4 -> Collections.singletonList(random.nextBoolean() ? null : json(depth - 1));
            case 5 -> random.nextBoolean() ? List.of() : Map.of();
            default ->
                Collections.singletonMap(
                        "x-" + HostileStrings.random(random), random.nextBoolean() ? null : json(depth - 1));
        };
    }

    private JsonNode jsonNode() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("text", HostileStrings.random(random));
        node.put("number", random.nextInt());
        node.put("flag", random.nextBoolean());
        node.putNull("nothing");
        node.putArray("list").add(1.5).add("a").addObject();
        return node;
    }

    private Object configMap() {
        return new ConfigMapBuilder()
                .addToData("a", HostileStrings.random(random))
                .build();
    }
}
