package dev.knet.emit.yaml;

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
final class BlockWriter {
    /** A longer key is marked as one: both versions look only 1024 characters ahead for the colon of another. */
    private static final int LONGEST_UNMARKED_KEY = 1000;

    private static final Map.Entry<?, ?>[] NO_ENTRIES = {};

    private final StringBuilder out;

    /** By depth: a line break and the blanks after it. */
    private String[] lineStarts = {};

    /** Whether the line so far ends with the dash of an item, whose first entry goes on it. */
    private boolean afterDash;

    private List<ItemComments> itemComments = List.of();

    BlockWriter(StringBuilder out) {
        this.out = out;
    }

    /** Comment lines above each item of a list, which is this very list and not one that equals it. */
    record ItemComments(List<?> items, List<List<String>> lines) {}

    /** Writes an object of the model, its properties at the margin. */
    void document(Object object, List<ItemComments> comments) {
        itemComments = comments;
        properties(object, ModelType.of(object.getClass()), 0);
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

    /** Ordered by cost and frequency: to ask whether an object of the model is a list is expensive. */
    private void value(@Nullable Object value, int depth) {
        if (value instanceof String text) {
            text(text, depth);
        } else if (value instanceof Integer number) {
            number(number);
        } else if (value == null || value instanceof Boolean) {
            word(String.valueOf(value));
        } else {
            structure(value, ModelType.of(value.getClass()), depth);
        }
    }

    private void structure(Object value, ModelType type, int depth) {
        if (type.isObject()) {
            object(value, type, depth);
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
        Map.Entry<?, ?>[] entries = map.entrySet().toArray(NO_ENTRIES);
        if (entries.length > 1) {
            Arrays.sort(entries, order);
        }
        for (Map.Entry<?, ?> entry : entries) {
            key(KeyOrder.key(entry), depth);
            value(entry.getValue(), depth);
        }
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

    private void object(Object object, ModelType type, int depth) {
        int start = out.length();
        properties(object, type, depth + 1);
        if (out.length() == start) {
            word("{}");
        }
    }

    private void properties(Object object, ModelType type, int depth) {
        for (Property property : type.properties()) {
            Object value = property.of(object);
            if (value != null) {
                property(property, value, depth);
            }
        }
        Map<?, ?> additional = type.additional(object);
        if (!additional.isEmpty()) {
            type.requireUnset(object, additional.keySet());
            entries(additional, KeyOrder.OBJECT, depth);
        }
    }

    private void property(Property property, Object value, int depth) {
        if (property.isList()) {
            items(property, (List<?>) value, depth);
        } else if (property.isDictionary()) {
            dictionary(property, (Map<?, ?>) value, depth);
        } else {
            startLine(depth);
            out.append(property.key());
            value(value, depth);
        }
    }

    private void items(Property property, List<?> items, int depth) {
        if (!items.isEmpty()) {
            startLine(depth);
            out.append(property.key());
            list(items, depth);
        }
    }

    private void dictionary(Property property, Map<?, ?> entries, int depth) {
        if (!entries.isEmpty()) {
            startLine(depth);
            out.append(property.key());
            map(entries, KeyOrder.DICTIONARY, depth);
        }
    }
}
