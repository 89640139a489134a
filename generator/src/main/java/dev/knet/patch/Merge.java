package dev.knet.patch;

import dev.knet.diagnostic.NearMisses;
import dev.knet.diagnostic.Rule;
import dev.knet.patch.YamlNode.Entry;
import dev.knet.patch.YamlNode.Mapping;
import dev.knet.patch.YamlNode.Scalar;
import dev.knet.patch.YamlNode.Sequence;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges what is written into objects of the model as `kubectl patch` does: fields and entries of maps each on their own,
 * lists by {@link ListKeys}, and null takes away. What is not as the model has it is reported and left out.
 *
 * <p>No object is changed; what is not patched is shared with the object that is merged from.
 */
final class Merge {
    private static final String CONTAINERS = "containers";
    /** The way from an object to its containers, where there is one. */
    private static final List<String> STEPS = List.of("jobTemplate", "template", CONTAINERS, "spec");

    private static final int DEEPEST = 6;

    private static final Set<String> DIRECTIVES =
            Set.of("$patch", "$retainKeys", "$setElementOrder", "$deleteFromPrimitiveList");

    private final Problems problems;
    private final ScalarReader scalars;
    private final ScalarReader quiet;
    private final Map<Class<?>, ModelFields> models = new HashMap<>();

    /** The quiet reader reads what the other reads and reports, so that nothing is reported twice. */
    Merge(Problems problems, ScalarReader scalars, ScalarReader quiet) {
        this.problems = problems;
        this.scalars = scalars;
        this.quiet = quiet;
    }

    /** A new object of the same class. */
    Object object(Class<?> type, @Nullable Object base, Mapping patch, FieldPath path) {
        ModelFields model = models.computeIfAbsent(type, ModelFields::of);
        Object merged = base == null ? model.blank() : model.copy(base);
        for (Entry entry : patch.entries()) {
            field(type, model, merged, entry, path.field(entry.key().text()));
        }
        return merged;
    }

    private void field(Class<?> type, ModelFields model, Object object, Entry entry, FieldPath path) {
        String name = entry.key().text();
        if (isDirective(entry.key())) {
            return;
        }
        if (!model.has(name)) {
            unknown(type, model, entry.key(), path);
        } else if (entry.value().isNull()) {
            model.set(object, name, nothing(model, name));
        } else {
            Object value = fieldValue(type, model, model.get(object, name), entry, path);
            if (value != null) {
                model.set(object, name, value);
            }
        }
    }

    private boolean isDirective(Scalar key) {
        int slash = key.text().indexOf('/');
        boolean found = DIRECTIVES.contains(slash < 0 ? key.text() : key.text().substring(0, slash));
        if (found) {
            problems.add(
                    Rule.UNKNOWN_FIELD,
                    key,
                    Problems.quoted(key.text()) + " is a directive of kubectl's patches, and is not taken here",
                    "write what is to be there; `null` takes a field away");
        }
        return found;
    }

    private void unknown(Class<?> type, ModelFields model, Scalar key, FieldPath path) {
        problems.add(
                Rule.UNKNOWN_FIELD,
                key,
                "there is no field `" + path + "` in Kubernetes",
                NearMisses.help(key.text(), model.names())
                        .or(() -> below(type, key.text()))
                        .orElse("a `" + type.getSimpleName() + "` has these: " + String.join(", ", model.names())));
    }

    /** Fields of the pod and of its containers are mostly written too far up. */
    private static Optional<String> below(Class<?> type, String name) {
        String path = "";
        Class<?> at = type;
        for (int depth = 0; depth < DEEPEST; depth++) {
            ModelFields model = ModelFields.of(at);
            String step = STEPS.stream().filter(model::has).findFirst().orElse("");
            if (step.isEmpty()) {
                return Optional.empty();
            }
            boolean isList = step.equals(CONTAINERS);
            at = (Class<?>) (isList ? itemType(model.type(step)) : model.type(step));
            path += step + (isList ? "[…]." : ".");
            if (ModelFields.of(at).has(name)) {
                return Optional.of("did you mean `" + path + name + "`?");
            }
        }
        return Optional.empty();
    }

    /** Lists and maps are empty in the model where there are none. */
    private static @Nullable Object nothing(ModelFields model, String name) {
        Object preset = model.get(model.blank(), name);
        return preset instanceof Collection<?> || preset instanceof Map<?, ?> ? preset : null;
    }

    private @Nullable Object fieldValue(
            Class<?> type, ModelFields model, @Nullable Object base, Entry entry, FieldPath path) {
        String name = entry.key().text();
        List<String> keys = ListKeys.of(type, name);
        if (entry.value() instanceof Sequence sequence && !keys.isEmpty()) {
            return byKey((Class<?>) itemType(model.type(name)), keys, itemsOf(base), sequence, path);
        }
        Object value = value(model.type(name), base, entry.value(), entry.place(), path);
        return value != null && ListKeys.isSet(type, name) ? union(itemsOf(base), (List<?>) value) : value;
    }

    private static List<?> itemsOf(@Nullable Object list) {
        return list == null ? List.of() : (List<?>) list;
    }

    private static Type itemType(Type type) {
        Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
        return arguments[arguments.length - 1];
    }

    /** The value merged; null if it is none of that type, which is reported then. */
    private @Nullable Object value(Type type, @Nullable Object base, YamlNode patch, YamlNode place, FieldPath path) {
        Wanted wanted = Wanted.of(type);
        if (wanted.isWord() && patch instanceof Scalar scalar) {
            return scalars.read((Class<?>) type, scalar, path);
        }
        if (wanted == Wanted.LIST && patch instanceof Sequence sequence) {
            return list(itemType(type), sequence, path);
        }
        if (wanted == Wanted.MAP && patch instanceof Mapping mapping) {
            return map(itemType(type), base, mapping, path);
        }
        if (wanted == Wanted.OBJECT && patch instanceof Mapping mapping) {
            return object((Class<?>) type, base, mapping, path);
        }
        String found = patch.fold(
                scalar -> scalar.isNull() ? "nothing" : Problems.quoted(scalar.text()),
                sequence -> "a list",
                mapping -> "a mapping");
        problems.add(
                Rule.WRONG_VALUE, place, "`" + path + "` takes " + wanted.words() + ", not " + found, wanted.help());
        return null;
    }

    private List<Object> list(Type type, Sequence patch, FieldPath path) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < patch.items().size(); i++) {
            YamlNode item = patch.items().get(i);
            Object value = item(type, null, item, path.item(Integer.toString(i)));
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    private @Nullable Object item(Type type, @Nullable Object base, YamlNode item, FieldPath path) {
        if (item.isNull()) {
            problems.add(
                    Rule.WRONG_VALUE,
                    item,
                    "`" + path + "` is nothing",
                    "write what the item is, or leave out its `-`; text goes in quotes");
            return null;
        }
        return value(type, base, item, item, path);
    }

    private Map<String, Object> map(Type type, @Nullable Object base, Mapping patch, FieldPath path) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (base != null) {
            ((Map<?, ?>) base).forEach((key, value) -> map.put((String) key, value));
        }
        Set<String> seen = new HashSet<>();
        for (Entry entry : patch.entries()) {
            String key = isDirective(entry.key()) ? null : scalars.text(entry.key(), "a name in " + path);
            if (key != null && isNew(seen, key, entry.key(), path)) {
                entry(type, map, key, entry, path.item(key));
            }
        }
        return map;
    }

    /** Parameters may make one key of two. */
    private boolean isNew(Set<String> seen, String key, YamlNode place, FieldPath path) {
        boolean added = seen.add(key);
        if (!added) {
            problems.add(
                    Rule.WRONG_VALUE,
                    place,
                    "`" + path + "` has " + Problems.quoted(key) + " twice",
                    "leave one of them");
        }
        return added;
    }

    private void entry(Type type, Map<String, Object> map, String key, Entry entry, FieldPath path) {
        if (entry.value().isNull()) {
            map.remove(key);
        } else {
            Object value = value(type, map.get(key), entry.value(), entry.place(), path);
            if (value != null) {
                map.put(key, value);
            }
        }
    }

    private static List<Object> union(List<?> base, List<?> more) {
        Set<Object> all = new LinkedHashSet<>(base);
        all.addAll(more);
        return new ArrayList<>(all);
    }

    /** New items come behind those that are there, in the order in which they are written. */
    private List<Object> byKey(Class<?> type, List<String> keys, List<?> base, Sequence patch, FieldPath path) {
        KeyedList merged = keyed(base, keys);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < patch.items().size(); i++) {
            FieldPath numbered = path.item(Integer.toString(i));
            if (patch.items().get(i) instanceof Mapping item) {
                List<String> key = key(type, keys, item, numbered);
                String name = String.join("/", key);
                Object value = object(type, merged.get(key), item, key.isEmpty() ? numbered : path.item(name));
                if (!key.isEmpty() && isNew(seen, name, item, path)) {
                    merged.put(key, value);
                }
            } else {
                item(type, null, patch.items().get(i), numbered);
            }
        }
        return merged.items;
    }

    private KeyedList keyed(List<?> items, List<String> keys) {
        KeyedList list = new KeyedList();
        for (Object item : items) {
            list.add(key(item, keys), item);
        }
        return list;
    }

    private List<String> key(Object item, List<String> keys) {
        ModelFields model = models.computeIfAbsent(item.getClass(), ModelFields::of);
        List<String> values = new ArrayList<>();
        for (String key : keys) {
            Object value = model.get(item, key);
            values.add(value == null ? ListKeys.defaultOf(key).orElse("") : value.toString());
        }
        return values;
    }

    /** What the item says that tells it from the others; empty if that is missing or wrong, which is reported. */
    private List<String> key(Class<?> type, List<String> keys, Mapping item, FieldPath path) {
        List<String> values = new ArrayList<>();
        for (String key : keys) {
            YamlNode value = item.get(key);
            String text =
                    value == null || value.isNull() ? ListKeys.defaultOf(key).orElse("") : word(type, key, value);
            if (text != null && text.isEmpty()) {
                problems.add(
                        Rule.WRONG_VALUE,
                        item,
                        "`" + path + "` has no `" + key + "`",
                        "write its `" + key + "`, which says what item of the list is meant");
            } else if (text != null) {
                values.add(text);
            }
        }
        return values.size() == keys.size() ? values : List.of();
    }

    /** Null if the value is none of that field: it is reported when the item is merged. */
    private @Nullable String word(Class<?> type, String field, YamlNode value) {
        Class<?> wanted =
                (Class<?>) models.computeIfAbsent(type, ModelFields::of).type(field);
        Object read = value instanceof Scalar scalar ? quiet.read(wanted, scalar, FieldPath.ROOT) : null;
        return read == null ? null : read.toString();
    }

    /** A list and where in it the items of each key stand: the first of a key, if there are several. */
    private static final class KeyedList {
        private final List<Object> items = new ArrayList<>();
        private final Map<List<String>, Integer> places = new HashMap<>();

        void add(List<String> key, Object item) {
            places.putIfAbsent(key, items.size());
            items.add(item);
        }

        @Nullable
        Object get(List<String> key) {
            Integer place = places.get(key);
            return place == null ? null : items.get(place);
        }

        void put(List<String> key, Object item) {
            Integer place = places.get(key);
            if (place == null) {
                add(key, item);
            } else {
                items.set(place, item);
            }
        }
    }
}
