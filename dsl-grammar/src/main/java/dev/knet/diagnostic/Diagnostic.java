package dev.knet.diagnostic;

import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One problem of a file. The message says what is wrong, the note (under the marked text) why, the help what to do;
 * the labels point at other places.
 */
public record Diagnostic(
        Rule rule,
        Span span,
        String message,
        @Nullable String note,
        List<Label> labels,
        @Nullable String help) {

    /** By file, then by place, then by rule: the order in which problems are reported. */
    public static final Comparator<Diagnostic> IN_ORDER = Comparator.comparing(
                    (Diagnostic d) -> d.span.file().name())
            .thenComparingInt(d -> d.span.start())
            .thenComparing(Diagnostic::rule)
            .thenComparing(Diagnostic::message);

    public Diagnostic {
        labels = List.copyOf(labels);
    }

    public static Diagnostic of(Rule rule, Span span, String message) {
        return new Diagnostic(rule, span, message, null, List.of(), null);
    }

    public Diagnostic withNote(String why) {
        return new Diagnostic(rule, span, message, why, labels, help);
    }

    public Diagnostic withHelp(String whatToDo) {
        return new Diagnostic(rule, span, message, note, labels, whatToDo);
    }

    /** The same, told of some environments only. */
    public Diagnostic in(List<String> environments) {
        String which = environments.size() == 1 ? "environment `" : "environments `";
        return new Diagnostic(
                rule, span, message + ", in " + which + String.join("`, `", environments) + "`", note, labels, help);
    }

    public Diagnostic withLabel(Span place, String text) {
        List<Label> more = new ArrayList<>(labels);
        more.add(new Label(place, text));
        return new Diagnostic(rule, span, message, note, more, help);
    }

    public Severity severity() {
        return rule.severity();
    }

    public boolean isError() {
        return severity() == Severity.ERROR;
    }
}
