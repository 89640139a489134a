package dev.knet.testing;

import dev.knet.diagnostic.Printable;
import dev.knet.source.Embedded;
import dev.knet.source.Position;
import dev.knet.source.Span;
import dev.knet.syntax.SyntaxTree;
import dev.knet.syntax.Text;
import java.lang.reflect.RecordComponent;
import java.util.List;

/** A syntax tree as text, a line for each record; what is empty, absent or false is left out. */
public final class TreeDump {
    private final boolean withSpans;
    private final StringBuilder out = new StringBuilder();

    private TreeDump(boolean withSpans) {
        this.withSpans = withSpans;
    }

    /** With `line:column-line:column` behind each record. */
    public static String of(SyntaxTree tree) {
        return new TreeDump(true).statements(tree);
    }

    /** Without any place: equal for trees that mean the same. */
    public static String withoutSpans(SyntaxTree tree) {
        return new TreeDump(false).statements(tree);
    }

    private String statements(SyntaxTree tree) {
        for (Record statement : Records.nested(tree.statements())) {
            record("", "", statement);
        }
        return out.toString();
    }

    private void record(String indent, String label, Record record) {
        out.append(indent).append(label).append(type(record.getClass()));
        for (RecordComponent component : Records.components(record)) {
            scalar(component, Records.value(record, component));
        }
        out.append('\n');
        for (RecordComponent component : Records.components(record)) {
            nested(indent + "  ", component.getName(), Records.value(record, component));
        }
    }

    /** `Peer.Named` of dev.knet.syntax.Peer.Named. */
    private static String type(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return (outer == null ? "" : outer.getSimpleName() + ".") + type.getSimpleName();
    }

    private void scalar(RecordComponent component, Object value) {
        if (value instanceof Embedded embedded) {
            out.append(' ').append(component.getName()).append('=').append(quoted(embedded.text()));
        } else if (value instanceof Integer number) {
            out.append(' ').append(component.getName()).append('=').append(number);
        } else if (value instanceof Span span) {
            out.append(withSpans ? " " + place(span) : "");
        } else if (value instanceof String text && !text.isEmpty()) {
            out.append(' ').append(component.getName()).append('=').append(quoted(text));
        } else if (value instanceof Enum<?> || Boolean.TRUE.equals(value)) {
            out.append(' ').append(component.getName()).append('=').append(value);
        } else if (isLeaf(value)) {
            leaf(component.getName(), (Record) value);
        }
    }

    /** A text and where it stands: not worth a line. */
    private static boolean isLeaf(Object value) {
        return value instanceof Record record
                && Records.components(record).get(0).getType() == String.class
                && (Records.components(record).size() == 2
                        || record instanceof Text text && text.holes().isEmpty());
    }

    private static boolean isEmpty(Record record) {
        return Records.components(record).stream().allMatch(component -> Records.value(record, component) == null);
    }

    private void leaf(String name, Record leaf) {
        List<RecordComponent> components = Records.components(leaf);
        out.append(' ').append(name).append('=').append(quoted((String) Records.value(leaf, components.get(0))));
        Object span = Records.value(leaf, components.get(components.size() - 1));
        out.append(withSpans ? "@" + place((Span) span) : "");
    }

    private void nested(String indent, String name, Object value) {
        if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Integer) {
            out.append(indent).append(name).append(": ").append(list).append('\n');
        } else if (value instanceof List<?> list) {
            Records.nested(list).forEach(record -> record(indent, name + ": ", record));
        } else if (value instanceof Record record && !(value instanceof Span) && !isLeaf(value) && !isEmpty(record)) {
            record(indent, name + ": ", record);
        }
    }

    private static String place(Span span) {
        Position end = span.file().position(span.end());
        return place(span.position()) + "-" + place(end);
    }

    private static String place(Position position) {
        return position.line() + ":" + position.column();
    }

    private static String quoted(String text) {
        return '"' + Printable.of(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }
}
