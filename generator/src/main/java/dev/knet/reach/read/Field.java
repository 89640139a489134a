package dev.knet.reach.read;

import dev.knet.reach.read.Node.Broken;
import dev.knet.reach.read.Node.Entry;
import dev.knet.reach.read.Node.Mapping;
import dev.knet.reach.read.Node.Scalar;
import dev.knet.reach.read.Node.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of an object that is asked for what Kubernetes has there: it may be missing, and what it is not it complains of.
 * What is null is missing, as the API server has it.
 */
final class Field {
    private final Subject subject;
    private final @Nullable Field parent;
    /** Its key, or empty for an item of a list. */
    private final String key;

    private final int index;
    private final @Nullable Node node;
    private final int line;

    private Field(Subject subject, @Nullable Field parent, String key, int index, @Nullable Node node, int line) {
        this.subject = subject;
        this.parent = parent;
        this.key = key;
        this.index = index;
        this.node = node;
        this.line = line;
    }

    /** The whole object. */
    static Field of(Subject subject, Node root) {
        return new Field(subject, null, "", 0, root, root.line());
    }

    Subject subject() {
        return subject;
    }

    int line() {
        return line;
    }

    boolean isPresent() {
        return node != null;
    }

    /** The field of that name; what is no mapping has none, and says so. */
    Field get(String name) {
        if (node == null) {
            return child(name, null, line);
        }
        if (!(node instanceof Mapping mapping)) {
            mistyped("fields");
            return child(name, null, line);
        }
        Entry found = null;
        for (Entry entry : mapping.entries()) {
            if (entry.key().equals(name)) {
                if (found != null) {
                    child(name, null, entry.line()).error("stands there twice");
                }
                found = entry;
            }
        }
        return found == null ? child(name, null, line) : child(name, found.value(), valueLine(found));
    }

    /** Of a word, its own; a structure begins with its key. */
    private static int valueLine(Entry entry) {
        return entry.value() instanceof Scalar scalar && !scalar.text().isEmpty() ? scalar.line() : entry.line();
    }

    private Field child(String name, @Nullable Node value, int at) {
        return new Field(subject, this, name, 0, value == null || Node.isNull(value) ? null : value, at);
    }

    /** Those of a list; one that is null is an object without fields. */
    List<Field> items() {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof Sequence sequence)) {
            mistyped("a list");
            return List.of();
        }
        subject.visit(sequence.items().size(), line);
        List<Field> fields = new ArrayList<>(sequence.items().size());
        for (Node item : sequence.items()) {
            Node shown = Node.isNull(item) ? new Mapping(List.of(), item.line()) : item;
            fields.add(new Field(subject, this, "", fields.size(), shown, item.line()));
        }
        return fields;
    }

    /** Words by words, such as labels. */
    Map<String, String> words() {
        if (node == null) {
            return Map.of();
        }
        if (!(node instanceof Mapping mapping)) {
            mistyped("a mapping");
            return Map.of();
        }
        subject.visit(mapping.entries().size(), line);
        Map<String, String> words = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            Field value = child(entry.key(), entry.value(), valueLine(entry));
            if (words.put(entry.key(), value.text("")) != null) {
                value.error("stands there twice");
            }
        }
        return words;
    }

    /** Warns of fields that are none of these. */
    void expect(Set<String> known) {
        if (node instanceof Mapping mapping) {
            subject.visit(mapping.entries().size(), line);
            Set<String> said = new HashSet<>();
            for (Entry entry : mapping.entries()) {
                if (!known.contains(entry.key()) && said.add(entry.key())) {
                    child(entry.key(), null, entry.line())
                            .warning("is no field that Kubernetes knows, and does nothing");
                }
            }
        }
    }

    /** The text, or the other one if it is missing or none. */
    String text(String other) {
        if (node instanceof Scalar scalar) {
            PlainWord type = scalar.isPlain() ? PlainWord.of(scalar.text()) : PlainWord.TEXT;
            if (type == PlainWord.TEXT) {
                return scalar.text();
            }
            error("takes text; " + Quoted.of(scalar.text()) + " without quotes is " + type.title());
        } else {
            mistyped("text");
        }
        return other;
    }

    /** Text that has to be there; nothing is an error. */
    String requiredText() {
        String text = text("");
        if (node == null || node instanceof Scalar scalar && scalar.text().isEmpty()) {
            error("is missing");
        }
        return text;
    }

    boolean flag() {
        if (node instanceof Scalar scalar && scalar.isPlain() && PlainWord.of(scalar.text()) == PlainWord.BOOLEAN) {
            return switch (scalar.text().charAt(scalar.text().length() - 1)) {
                case 's', 'S', 'y', 'Y', 'n', 'N' ->
                    scalar.text().length() != 1 || scalar.text().equalsIgnoreCase("y");
                default -> scalar.text().equalsIgnoreCase("true");
            };
        }
        mistyped("`true` or `false`");
        return false;
    }

    /** Whether it is a number rather than text. */
    boolean isNumber() {
        return node instanceof Scalar scalar && scalar.isPlain() && PlainWord.of(scalar.text()) == PlainWord.NUMBER;
    }

    /** The number if it is within these; else an error, and the least of them. */
    int number(int least, int most) {
        if (node instanceof Scalar scalar && isNumber()) {
            int number = whole(scalar.text());
            if (number >= least && number <= most) {
                return number;
            }
            error("takes a whole number from " + least + " to " + most + ", not " + Quoted.of(scalar.text()));
        } else if (node == null) {
            error("is missing");
        } else {
            mistyped("a number without quotes");
        }
        return least;
    }

    /** The number, with or without a point; the other one if it is missing or none. */
    double decimal(double other) {
        if (node instanceof Scalar scalar && isNumber() && scalar.text().matches("-?[0-9]{1,15}([.][0-9]{1,15})?")) {
            return Double.parseDouble(scalar.text());
        }
        if (node instanceof Scalar scalar && isNumber()) {
            error("takes a plain number, not " + Quoted.of(scalar.text()));
        } else {
            mistyped("a number without quotes");
        }
        return other;
    }

    /** Of digits to the base of ten; a negative number for anything else. */
    private static int whole(String word) {
        boolean isWhole = word.length() < 10 && (word.length() == 1 || word.charAt(0) != '0');
        int number = 0;
        for (int i = 0; isWhole && i < word.length(); i++) {
            isWhole = word.charAt(i) >= '0' && word.charAt(i) <= '9';
            number = number * 10 + word.charAt(i) - '0';
        }
        return isWhole ? number : -1;
    }

    private void mistyped(String wanted) {
        if (node instanceof Broken broken) {
            error(broken.why());
        } else if (node instanceof Scalar scalar) {
            error("takes " + wanted + ", not " + Quoted.of(scalar.text()));
        } else if (node != null) {
            String advice = isTemplate(node) ? "; " + ManifestText.TEMPLATE : "";
            error("takes " + wanted + ", not " + (node instanceof Sequence ? "a list" : "a mapping") + advice);
        }
    }

    /** Whether it is {@code {{ .Values.name }}}, which YAML takes for a mapping with a mapping for its key. */
    static boolean isTemplate(Node node) {
        return node instanceof Mapping mapping
                && mapping.entries().size() == 1
                && mapping.entries().get(0).key().isEmpty()
                && Node.isNull(mapping.entries().get(0).value());
    }

    void error(String what) {
        subject.findings().error(subject.at(line), message(what));
    }

    void warning(String what) {
        subject.findings().warning(subject.at(line), message(what));
    }

    private String message(String what) {
        if (parent == null) {
            return subject.title() + " " + what;
        }
        StringBuilder path = new StringBuilder();
        path(path);
        return Quoted.path(path.toString()) + " of " + subject.title() + " " + what;
    }

    private void path(StringBuilder out) {
        if (parent != null) {
            parent.path(out);
            if (key.isEmpty()) {
                out.append('[').append(index).append(']');
            } else {
                out.append(out.isEmpty() ? "" : ".").append(key);
            }
        }
    }
}
