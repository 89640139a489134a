package dev.knet.emit.java;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One property of a class of the Kubernetes model, and how a builder is told of it. */
final class Property implements Comparable<Property> {
    /** As people write them; the others follow by the alphabet. */
    private static final List<String> FIRST = List.of(
            "ApiVersion",
            "Kind",
            "Metadata",
            "Key",
            "Operator",
            "Name",
            "Namespace",
            "NamespaceSelector",
            "Type",
            "Replicas",
            "PodSelector",
            "Selector",
            "PolicyTypes",
            "Ingress",
            "From",
            "To",
            "Image",
            "Command",
            "Args",
            "ContainerPort",
            "Port");

    private static final String NOT_NESTED = "";

    private final String name;
    private final Class<?> owner;
    private final Field field;
    private final @Nullable Object preset;
    private final Type itemType;
    private final int rank;

    /** What stands behind `addNew` and `end`, looked up at first use: most properties are never used. */
    private @Nullable String nested;

    private Property(String name, Class<?> owner, Field field, @Nullable Object preset) {
        this.name = name;
        this.owner = owner;
        this.field = field;
        this.preset = preset;
        this.itemType = itemType(field.getGenericType());
        this.rank = FIRST.contains(name) ? FIRST.indexOf(name) : FIRST.size();
    }

    /** A blank object shows what a property is if nobody says. */
    static Property of(Field field, Object blank) {
        field.setAccessible(true);
        // What is no name in Java has a sign in front, `_default`, `$ref`; the builder's methods do not need it.
        String name = Identifiers.capitalized(field.getName().replaceFirst("^[_$]", ""));
        return new Property(name, blank.getClass(), field, value(field, blank));
    }

    /** As in the builder's methods: `Labels`. */
    String name() {
        return name;
    }

    Class<?> type() {
        return field.getType();
    }

    /** What is in the list, or what the values of the map are. */
    Type itemType() {
        return itemType;
    }

    /** Of a list's or a map's type; no particular one if it is neither. */
    static Type itemType(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Type last = arguments[arguments.length - 1];
            return last instanceof TypeVariable<?> variable ? variable.getBounds()[0] : last;
        }
        return Object.class;
    }

    @Nullable
    Object of(Object bean) {
        return value(field, bean);
    }

    private static @Nullable Object value(Field field, Object bean) {
        try {
            return field.get(bean);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a builder has to be told; no items and no list are the same. */
    boolean isToBeTold(@Nullable Object value) {
        return isNothing(value) ? !isNothing(preset) : !Objects.equals(value, preset);
    }

    static boolean isNothing(@Nullable Object value) {
        return value == null
                || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
    }

    /** Whether the builder has one within it that makes just such a value: `withNewSpec()`, `addNewPort()`. */
    boolean nests(Object value) {
        Type declared = type() == List.class ? itemType : type();
        return declared == value.getClass() && !PlainValue.isPlain(declared) && !nested().isEmpty();
    }

    /** What stands behind `addNew` and `end`: `Container` for `Containers`. */
    String nested() {
        if (nested == null) {
            nested = findNested();
        }
        return nested;
    }

    private String findNested() {
        try {
            return end(Class.forName(owner.getName() + "Fluent$" + name + "Nested", false, owner.getClassLoader()));
        } catch (ClassNotFoundException e) {
            return NOT_NESTED;
        }
    }

    private static String end(Class<?> nested) {
        for (Method method : nested.getDeclaredMethods()) {
            if (method.getName().startsWith("end")) {
                return method.getName().substring("end".length());
            }
        }
        return NOT_NESTED;
    }

    @Override
    public int compareTo(Property other) {
        int byRank = Integer.compare(rank, other.rank);
        return byRank != 0 ? byRank : name.compareTo(other.name);
    }
}
