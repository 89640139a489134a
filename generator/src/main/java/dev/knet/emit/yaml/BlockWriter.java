package dev.knet.emit.yaml;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as YAML in block style: two columns a level, list items no deeper than their key.
 *
 * <p>As the usual serialization does, it leaves out properties of the model that are null, empty lists or empty maps,
 * and keeps objects without properties ({@code podSelector: {}}); inside free-form values it keeps everything.
 *
 * <p>A line break is written when a line begins, so that what turns out empty still goes on the line of its key.
 */
final class BlockWriter implements Properties.Visitor {
    /** A longer key is marked as one: both versions look only 1024 characters ahead for the colon of another. */
    private static final int LONGEST_UNMARKED_KEY = 1000;

    private final StringBuilder out;

    /** By depth: a line break and the blanks after it. */
    private String[] lineStarts = {};

    /** Whether the line so far ends with the dash of an item, whose first entry goes on it. */
    private boolean afterDash;

    /** The depth of the properties of the object that is being read. */
    private int propertyDepth;

    /** What that object has besides, which is written when all of it is read. */
    private Map<?, ?> additional = Map.of();

    private List<ItemComments> itemComments = List.of();

    BlockWriter(StringBuilder out) {
        this.out = out;
    }

    /** Comment lines above each item of a list, which is this very list and not one that equals it. */
    record ItemComments(List<?> items, List<List<String>> lines) {}

    /** Writes an object of the model, its properties at the margin. */
    void document(HasMetadata object, List<ItemComments> comments) {
        itemComments = comments;
        properties(object, ValueType.propertiesOf(object), 0);
    }

    /** Writes an object that has no class, its properties at the margin. */
    void document(Map<String, ?> object) {
        entries(object, KeyOrder.OBJECT, 0);
    }

    void comments(List<String> lines, int depth) {
        for (int i = 0; i < lines.size(); i++) {
            startLine(depth);
            Comments.write(out, lines.get(i));
        }
    }

    private void startLine(int depth) {
        if (afterDash) {
            out.append(' ');
            afterDash = false;
        } else {
            out.append(lineStart(depth));
        }
    }

    private String lineStart(int depth) {
        if (depth >= lineStarts.length) {
            int known = lineStarts.length;
            lineStarts = Arrays.copyOf(lineStarts, depth + 8);
            for (int i = known; i < lineStarts.length; i++) {
                lineStarts[i] = "\n" + "  ".repeat(i);
            }
        }
        return lineStarts[depth];
    }

    /** The usual ones first: to ask whether an object of the model is a list is expensive. */
    private void value(@Nullable Object value, int depth) {
        if (value instanceof String text) {
            text(text, depth);
        } else if (value instanceof Integer number) {
            number(number);
        } else if (value == null || value instanceof Boolean) {
            word(String.valueOf(value));
        } else {
            structure(value, ValueType.of(value.getClass()), depth);
        }
    }

    private void structure(Object value, ValueType type, int depth) {
        Properties properties = type.properties();
        if (properties != null) {
            object(value, properties, depth);
        } else if (value instanceof List<?> list) {
            list(list, depth);
        } else if (value instanceof Map<?, ?> map) {
            map(map, KeyOrder.OBJECT, depth);
        } else if (value instanceof Number number) {
            word(Numbers.of(number));
        } else {
            value(PlainValue.of(value), depth);
        }
    }

    private void number(int number) {
        afterDash = false;
        out.append(' ').append(number);
    }

    /** Writes what goes on the line of its key or dash. */
    private void word(String word) {
        afterDash = false;
        out.append(' ').append(word);
    }

    private void text(String text, int depth) {
        afterDash = false;
        out.append(' ');
        Scalars.write(out, text, lineStart(depth + 1));
    }

    private void list(List<?> list, int depth) {
        if (list.isEmpty()) {
            word("[]");
            return;
        }
        List<List<String>> comments = commentsAbove(list);
        int itemDepth = afterDash ? depth + 1 : depth;
        for (int i = 0; i < list.size(); i++) {
            if (i < comments.size()) {
                comments(comments.get(i), itemDepth);
            }
            item(list.get(i), itemDepth);
        }
    }

    private List<List<String>> commentsAbove(List<?> list) {
        for (int i = 0; i < itemComments.size(); i++) {
            if (itemComments.get(i).items() == list) {
                return itemComments.get(i).lines();
            }
        }
        return List.of();
    }

    private void item(@Nullable Object item, int depth) {
        startLine(depth);
        out.append('-');
        afterDash = true;
        value(item, depth);
    }

    private void map(Map<?, ?> map, KeyOrder order, int depth) {
        if (map.isEmpty()) {
            word("{}");
        } else {
            entries(map, order, depth + 1);
        }
    }

    private void entries(Map<?, ?> map, KeyOrder order, int depth) {
        String[] keys = keys(map);
        if (keys.length > 1) {
            Arrays.sort(keys, order);
        }
        for (String key : keys) {
            key(key, depth);
            value(map.get(key), depth);
        }
    }

    private static String[] keys(Map<?, ?> map) {
        String[] keys = new String[map.size()];
        int i = 0;
        for (Object key : map.keySet()) {
            if (!(key instanceof String text)) {
                throw new IllegalArgumentException("a key that is no string: " + key);
            }
            keys[i++] = text;
        }
        return keys;
    }

    private void key(String key, int depth) {
        startLine(depth);
        int start = out.length();
        Scalars.write(out, key);
        if (out.length() - start > LONGEST_UNMARKED_KEY) {
            out.insert(start, "? ").append(lineStart(depth));
        }
        out.append(':');
    }

    private void object(Object object, Properties properties, int depth) {
        int start = out.length();
        properties(object, properties, depth + 1);
        if (out.length() == start) {
            word("{}");
        }
    }

    private void properties(Object object, Properties properties, int depth) {
        int outer = propertyDepth;
        propertyDepth = depth;
        properties.read(object, this);
        propertyDepth = outer;
        Map<?, ?> unknown = additional;
        if (!unknown.isEmpty()) {
            additional = Map.of();
            DoubleProperties.refuse(object, properties, unknown);
            entries(unknown, KeyOrder.OBJECT, depth);
        }
    }

    @Override
    public void property(String key, @Nullable Object value) {
        if (value instanceof String || value instanceof Integer || value instanceof Boolean) {
            startProperty(key);
            value(value, propertyDepth);
        } else if (value != null) {
            property(key, value, ValueType.of(value.getClass()));
        }
    }

    private void property(String key, Object value, ValueType type) {
        if (!type.isContainer()) {
            startProperty(key);
            structure(value, type, propertyDepth);
        } else if (value instanceof Map<?, ?> map) {
            dictionary(key, map);
        } else {
            items(key, (List<?>) value);
        }
    }

    private void dictionary(String key, Map<?, ?> map) {
        if (!map.isEmpty()) {
            startProperty(key);
            entries(map, KeyOrder.DICTIONARY, propertyDepth + 1);
        }
    }

    private void items(String key, List<?> list) {
        if (!list.isEmpty()) {
            startProperty(key);
            list(list, propertyDepth);
        }
    }

    @Override
    public void freeForm(String key, @Nullable Object value) {
        if (value != null) {
            startProperty(key);
            value(value, propertyDepth);
        }
    }

    @Override
    public void additional(@Nullable Map<?, ?> properties) {
        additional = properties == null ? Map.of() : properties;
    }

    private void startProperty(String key) {
        startLine(propertyDepth);
        out.append(key).append(':');
    }
}
