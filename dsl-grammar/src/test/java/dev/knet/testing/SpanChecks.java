package dev.knet.testing;

import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import dev.knet.syntax.Name;
import dev.knet.syntax.Node;
import dev.knet.syntax.SyntaxTree;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.regex.Pattern;

/** What must hold for the places in any tree: inside the file, inside the parent, behind the one before. */
public final class SpanChecks {
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_.:/-]++");

    private SpanChecks() {}

    /** Fails unless all spans of the tree are sound. */
    public static void check(SyntaxTree tree) {
        list(tree.file(), tree.file().whole(), tree.statements());
    }

    private static void list(SourceFile file, Span parent, List<?> nodes) {
        int end = parent.start();
        for (Record node : Records.nested(nodes)) {
            Span span = ((Node) node).span();
            require(span.start() >= end, "begins before the end of the one before", node);
            end = span.end();
            record(file, parent, node);
        }
    }

    private static void record(SourceFile file, Span parent, Record record) {
        Span span = record instanceof Node node ? node.span() : parent;
        require(span.file() == file, "is of another file", record);
        require(parent.start() <= span.start() && span.end() <= parent.end(), "is not in its parent", record);
        if (record instanceof Name name && BARE.matcher(span.text()).matches()) {
            require(name.text().equals(span.text()), "stands elsewhere", record);
        }
        for (RecordComponent component : Records.components(record)) {
            nested(file, span, Records.value(record, component));
        }
    }

    private static void require(boolean holds, String wrong, Record record) {
        if (!holds) {
            throw new AssertionError(wrong + ": " + record);
        }
    }

    private static void nested(SourceFile file, Span parent, Object value) {
        if (value instanceof List<?> list) {
            list(file, parent, list);
        } else if (value instanceof Record record && !(value instanceof Span)) {
            record(file, parent, record);
        }
    }
}
