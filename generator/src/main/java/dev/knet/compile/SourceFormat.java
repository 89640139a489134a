package dev.knet.compile;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.format.Formatted;
import dev.knet.format.Formatter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sources in their canonical layout, each by itself: one that cannot be read keeps no other from it. */
public final class SourceFormat {
    private SourceFormat() {}

    /**
     * What came of it.
     *
     * @param diagnostics why sources could not be read
     * @param changes the sources that are not in their canonical layout
     */
    public record Result(List<Diagnostic> diagnostics, List<Change> changes) {
        public Result {
            diagnostics = List.copyOf(diagnostics);
            changes = List.copyOf(changes);
        }
    }

    /**
     * A source and its canonical layout.
     *
     * @param line the first line that differs, counted from 1
     */
    public record Change(CompileRequest.Source source, String text, int line) {
        public String displayName() {
            return source.displayName();
        }
    }

    public static Result format(List<CompileRequest.Source> sources) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (CompileRequest.Source source : sources) {
            byte[] bytes = source.bytes();
            Formatted formatted = Formatter.format(source.displayName(), bytes);
            diagnostics.addAll(formatted.diagnostics());
            if (formatted.isLaidOut()) {
                // Not the file's own text: that has no byte order mark.
                String written = new String(bytes, StandardCharsets.UTF_8);
                if (!written.equals(formatted.text())) {
                    changes.add(new Change(source, formatted.text(), firstDifference(written, formatted.text())));
                }
            }
        }
        diagnostics.sort(Diagnostic.IN_ORDER);
        return new Result(diagnostics, changes);
    }

    private static int firstDifference(String one, String other) {
        int line = 1;
        for (int i = 0; i < Math.min(one.length(), other.length()) && one.charAt(i) == other.charAt(i); i++) {
            line += one.charAt(i) == '\n' ? 1 : 0;
        }
        return line;
    }
}
