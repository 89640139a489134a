package dev.knet.emit.java;

import io.fabric8.kubernetes.api.model.AnyType;
import io.fabric8.kubernetes.api.model.Duration;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Objects of any class of the model, the same for the same seed. */
final class RandomObject {
    private static final int DEEPEST = 3;

    private final Random random;

    RandomObject(long seed) {
        random = new Random(seed);
    }

    /** With every property that the class itself has. */
    Object of(Class<?> type) {
        return bean(type, 0);
    }

    private Object bean(Class<?> type, int depth) {
        try {
            Object bean = type.getConstructor().newInstance();
            for (Class<?> c = type; c != null; c = c.getSuperclass()) {
                for (Field field : c.getDeclaredFields()) {
                    fill(bean, field, depth);
                }
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName(), e);
        }
    }

    private void fill(Object bean, Field field, int depth) throws IllegalAccessException {
        boolean wanted = depth == 0 || depth < DEEPEST && random.nextInt(6) == 0;
        if (wanted && !Modifier.isStatic(field.getModifiers()) && !holdsJson(field)) {
            field.setAccessible(true);
            field.set(bean, value(field.getGenericType(), depth + 1));
        }
    }

    /** Jackson's nodes, in the schemas of custom resource definitions: there is no code for them. */
    private static boolean holdsJson(Field field) {
        return field.getGenericType().getTypeName().contains("JsonNode");
    }

    private Object value(Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class ? list(arguments[0], depth) : map(arguments[1], depth);
        }
        return type instanceof Class<?> c ? single(c, depth) : pod();
    }

    private List<Object> list(Type item, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            list.add(value(item, depth));
        }
        return list;
    }

    private Map<String, Object> map(Type value, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            map.put(HostileText.random(random), value(value, depth));
        }
        return map;
    }

    private Object single(Class<?> type, int depth) {
        Object scalar = scalar(type);
        if (scalar != null) {
            return scalar;
        }
        if (AnyType.class.isAssignableFrom(type)) {
            return any(type, depth);
        }
        if (type == Object.class) {
            return anything(depth);
        }
        return type.isInterface() ? pod() : bean(type, depth);
    }

    private Object scalar(Class<?> type) {
        Map<Class<?>, Object> values = new LinkedHashMap<>();
        values.put(String.class, HostileText.random(random));
        values.put(Integer.class, random.nextInt());
        values.put(Long.class, random.nextLong());
        values.put(Boolean.class, random.nextBoolean());
        values.put(Double.class, random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
        values.put(IntOrString.class, new IntOrString(random.nextBoolean() ? random.nextInt() : "http"));
        values.put(Quantity.class, Quantity.parse(random.nextInt(999) + (random.nextBoolean() ? "" : "Mi")));
        values.put(Duration.class, new Duration(java.time.Duration.ofMillis(random.nextInt(99999))));
        values.put(
                ZonedDateTime.class, Instant.ofEpochSecond(random.nextInt(), 5).atZone(ZoneOffset.ofHours(2)));
        return values.get(type);
    }

    private Object any(Class<?> type, int depth) {
        try {
            return type.getConstructor(Object.class).newInstance(anything(depth));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName(), e);
        }
    }

    /** What JSON can hold. */
    private Object anything(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 6 : 4)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextBoolean();
            case 2 -> random.nextDouble();
            case 3 -> HostileText.random(random);
            case 4 -> listWithNull(depth + 1);
            default -> mapWithNull(depth + 1);
        };
    }

    private List<Object> listWithNull(int depth) {
        List<Object> list = new ArrayList<>(list(Object.class, depth));
        list.add(null);
        return list;
    }

    private Map<String, Object> mapWithNull(int depth) {
        Map<String, Object> map = new LinkedHashMap<>(map(Object.class, depth));
        map.put("nothing", null);
        return map;
    }

    private HasMetadata pod() {
        return new PodBuilder()
                .withNewMetadata()
                .withName(HostileText.random(random))
                .endMetadata()
                .build();
    }
}
