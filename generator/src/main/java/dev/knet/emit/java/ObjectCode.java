package dev.knet.emit.java;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Java code that makes a Kubernetes object by its builder, for any class of the model that has one. What is too much
 * for one expression goes to methods of its own: javac follows an expression of some thousand calls by recursion, and
 * fails.
 */
final class ObjectCode {
    private static final int HEAVIEST_EXPRESSION = 400;
    private static final int HEAVIEST_LIST = 200;

    private final StaticMethods methods;

    ObjectCode(StaticMethods methods) {
        this.methods = methods;
    }

    /** Something that is made first and then told these, which are calls of it: in one expression, if that is no long one. */
    Code told(TypeName type, Code made, String variable, List<Code> calls) {
        int weight = made.weight();
        for (Code call : calls) {
            weight += call.weight();
        }
        if (weight <= HEAVIEST_LIST) {
            List<Code> chain = new ArrayList<>();
            chain.add(made);
            calls.forEach(call -> chain.add(call.between("\n", "")));
            return Code.joined(chain, "");
        }
        List<Code> statements =
                calls.stream().map(call -> call.between(variable, "")).toList();
        return methods.told(type, made, variable, statements);
    }

    /** `new PodBuilder()` and all that it is told. */
    Code builder(Object object) {
        return builder(object, calls(object));
    }

    private static Code builder(Object object, Code calls) {
        return Code.of("new $T()", ModelType.of(object.getClass()).builder()).then(calls);
    }

    /** The same, and the object made of it. */
    Code built(Object object) {
        return built(object, calls(object));
    }

    private static Code built(Object object, Code calls) {
        return builder(object, calls).between("", "\n.build()");
    }

    private Code calls(Object object) {
        List<Calls> calls = new ArrayList<>();
        for (Property property : ModelType.of(object.getClass()).properties()) {
            Object value = property.of(object);
            if (property.isToBeTold(value)) {
                calls.add(calls(property, value));
            }
        }
        return Calls.joined(calls, HEAVIEST_EXPRESSION);
    }

    private Calls calls(Property property, @Nullable Object value) {
        if (value == null || Property.isNothing(value)) {
            return Calls.of(with(property, Code.of("($T) null", TypeName.get(property.type()))));
        }
        if (value instanceof String text) {
            return Calls.of(with(property, TextLiteral.of(text)));
        }
        if (property.type() == List.class && value instanceof List<?> list) {
            return nests(property, list) ? nested(property, list) : values(property, list);
        }
        if (property.type() == Map.class && value instanceof Map<?, ?> map) {
            return map(property, map);
        }
        return property.nests(value) ? nested(property, value) : Calls.of(with(property, expression(value)));
    }

    private static Code with(Property property, Code argument) {
        return argument.asArgumentOf("\n.with" + property.name());
    }

    private Calls nested(Property property, Object value) {
        Code calls = calls(value);
        return new Calls(
                within("withNew", property.name(), calls),
                () -> with(property, methods.returning(TypeName.get(value.getClass()), built(value, calls))));
    }

    private static Code within(String begin, String name, Code calls) {
        return calls.indented().between("\n." + begin + name + "()", "\n.end" + name + "()");
    }

    private static boolean nests(Property property, List<?> list) {
        return !hasNull(list) && list.stream().allMatch(property::nests);
    }

    /** Immutable collections do not like to be asked whether they contain it. */
    private static boolean hasNull(Collection<?> values) {
        return values.stream().anyMatch(Objects::isNull);
    }

    private Calls nested(Property property, List<?> list) {
        List<Code> here = new ArrayList<>();
        List<Code> built = new ArrayList<>();
        for (Object item : list) {
            Code calls = calls(item);
            here.add(within("addNew", property.nested(), calls));
            built.add(built(item, calls));
        }
        return unlessTooMany(Code.joined(here, ""), () -> with(property, listMethod(property.itemType(), built)));
    }

    private Calls values(Property property, List<?> list) {
        List<Code> values = expressions(list, property.itemType());
        Supplier<Code> elsewhere = () -> with(property, listMethod(property.itemType(), values));
        boolean isNullAlone = list.size() == 1 && list.get(0) == null;
        return isNullAlone
                ? Calls.of(elsewhere.get())
                : unlessTooMany(with(property, Code.arguments(values)), elsewhere);
    }

    private static Calls unlessTooMany(Code here, Supplier<Code> elsewhere) {
        return here.weight() <= HEAVIEST_LIST ? new Calls(here, elsewhere) : Calls.of(elsewhere.get());
    }

    private Calls map(Property property, Map<?, ?> map) {
        List<Code> entries = entries(map, property.itemType());
        Supplier<Code> elsewhere = () -> with(property, mapMethod(property.itemType(), entries));
        List<Code> here = new ArrayList<>();
        entries.forEach(entry -> here.add(entry.asArgumentOf("\n.addTo" + property.name())));
        // A builder takes an entry without a value for none.
        return hasNull(map.values()) ? Calls.of(elsewhere.get()) : unlessTooMany(Code.joined(here, ""), elsewhere);
    }

    private List<Code> entries(Map<?, ?> map, Type valueType) {
        List<Code> entries = new ArrayList<>();
        map.forEach((key, value) ->
                entries.add(Code.joined(List.of(expression(key, String.class), expression(value, valueType)), ", ")));
        return entries;
    }

    private List<Code> expressions(List<?> values, Type type) {
        List<Code> codes = new ArrayList<>();
        values.forEach(value -> codes.add(expression(value, type)));
        return codes;
    }

    private Code expression(Object value) {
        return expression(value, Object.class);
    }

    /** The type is the declared one; within a value of no particular type, everything is of none. */
    private Code expression(@Nullable Object value, Type type) {
        if (value == null) {
            return Code.of("null");
        }
        Type itemType = Property.itemType(type);
        if (value instanceof Map<?, ?> map) {
            return mapMethod(itemType, entries(map, itemType));
        }
        if (value instanceof List<?> list) {
            return listMethod(itemType, expressions(list, itemType));
        }
        return PlainValue.of(value).orElseGet(() -> built(value));
    }

    private Code listMethod(Type itemType, List<Code> items) {
        List<Code> adds = new ArrayList<>();
        items.forEach(item -> adds.add(item.between("list.add(", ")")));
        return methods.filling(ParameterizedTypeName.get(List.class, itemType), ArrayList.class, "list", adds);
    }

    private Code mapMethod(Type valueType, List<Code> entries) {
        List<Code> puts = new ArrayList<>();
        entries.forEach(entry -> puts.add(entry.between("map.put(", ")")));
        return methods.filling(
                ParameterizedTypeName.get(Map.class, String.class, valueType), LinkedHashMap.class, "map", puts);
    }
}
