package dev.knet.format;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.source.SourceFile;
import java.util.List;

/** A file in its canonical layout; or, if it cannot be read, its text as it is and what is wrong with it. */
public record Formatted(String text, List<Diagnostic> diagnostics) {
    public Formatted {
        diagnostics = List.copyOf(diagnostics);
    }

    static Formatted unread(SourceFile file, List<Diagnostic> diagnostics) {
        return new Formatted(file.text(), diagnostics);
    }

    /** Whether the file could be read. */
    public boolean isLaidOut() {
        return diagnostics.isEmpty();
    }
}
