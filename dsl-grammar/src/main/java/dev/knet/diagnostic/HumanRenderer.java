package dev.knet.diagnostic;

import dev.knet.source.Position;
import dev.knet.source.Span;
import org.jspecify.annotations.Nullable;

/** Writes a problem for people: what, where, the line with the place marked, why, and what to do. */
public final class HumanRenderer {
    private static final int WIDEST_LINE = 200;

    private HumanRenderer() {}

    /** The whole message, many lines, ending in a line break. */
    public static String render(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        out.append(diagnostic.severity().word())
                .append('[')
                .append(diagnostic.rule().id())
                .append("]: ");
        out.append(Printable.of(diagnostic.message())).append('\n');
        out.append(frame(diagnostic));
        return out.toString();
    }

    /** The message without its first line: place, source, labels and help. */
    public static String frame(Diagnostic diagnostic) {
        Margin margin = Margin.forLine(lastLine(diagnostic));
        StringBuilder out = new StringBuilder();
        place(out, margin, "--> ", diagnostic.span());
        source(out, margin, diagnostic.span(), diagnostic.note());
        for (Label label : diagnostic.labels()) {
            place(out, margin, "::: ", label.span());
            source(out, margin, label.span(), label.text());
        }
        help(out, margin, diagnostic);
        return out.toString();
    }

    private static void place(StringBuilder out, Margin margin, String arrow, Span span) {
        Position at = span.position();
        out.append(margin.blank()).append(arrow).append(Printable.of(span.file().name()));
        out.append(':').append(at.line()).append(':').append(at.column()).append('\n');
    }

    private static void source(StringBuilder out, Margin margin, Span span, @Nullable String text) {
        Position at = span.position();
        String line = span.file().line(at.line());
        int first = Math.min(at.column() - 1, line.length());
        int last = Math.min(first + Math.max(1, span.end() - span.start()), Math.max(line.length(), first + 1));
        Window window = Window.of(line, first, last);
        out.append(margin.blank()).append(" |\n");
        out.append(margin.number(at.line())).append(" | ").append(window.text()).append('\n');
        out.append(margin.blank())
                .append(" | ")
                .append(" ".repeat(window.before()))
                .append("^".repeat(window.marked()));
        out.append(text == null ? "" : " " + Printable.of(text)).append('\n');
    }

    private static void help(StringBuilder out, Margin margin, Diagnostic diagnostic) {
        String help = diagnostic.help();
        if (help != null) {
            out.append(margin.blank()).append(" |\n");
            out.append(margin.blank())
                    .append(" = help: ")
                    .append(Printable.of(help))
                    .append('\n');
        }
    }

    private static int lastLine(Diagnostic diagnostic) {
        int last = diagnostic.span().position().line();
        for (Label label : diagnostic.labels()) {
            last = Math.max(last, label.span().position().line());
        }
        return last;
    }

    private record Margin(int width) {
        static Margin forLine(int line) {
            return new Margin(Integer.toString(line).length());
        }

        String blank() {
            return " ".repeat(width);
        }

        String number(int line) {
            String digits = Integer.toString(line);
            return " ".repeat(width - digits.length()) + digits;
        }
    }

    /** The part of a line that is shown, made printable, and where the mark goes in it. */
    private record Window(String text, int before, int marked) {
        static Window of(String line, int first, int last) {
            int from = Math.max(0, Math.min(first - WIDEST_LINE / 2, line.length() - WIDEST_LINE));
            int to = Math.min(line.length(), from + WIDEST_LINE);
            String head = shown(line, from, Math.min(first, to));
            String middle = shown(line, Math.min(first, to), Math.min(last, to));
            String tail = shown(line, Math.min(last, to), to);
            String left = from > 0 ? "…" : "";
            String right = to < line.length() ? "…" : "";
            return new Window(
                    left + head + middle + tail + right, left.length() + head.length(), Math.max(1, middle.length()));
        }

        private static String shown(String line, int from, int to) {
            return Printable.of(line.substring(from, Math.max(from, to)).replace('\t', ' '));
        }
    }
}
