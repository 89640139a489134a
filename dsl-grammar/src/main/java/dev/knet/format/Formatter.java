package dev.knet.format;

import dev.knet.parse.Lexeme;
import dev.knet.parse.Lexemes;
import dev.knet.parse.Parsed;
import dev.knet.parse.Parser;
import dev.knet.source.SourceFile;
import java.util.List;

/**
 * Lays files out: docs/reference/format.md says how. What a file means stays the same, and so do its comments; a file
 * with a syntax error stays as it is. Time and memory are linear in the size.
 */
public final class Formatter {
    private Formatter() {}

    /** Reads UTF-8 bytes. What cannot be read, for whatever reason, is reported as when it is compiled. */
    public static Formatted format(String name, byte[] bytes) {
        return format(Parser.parse(name, bytes));
    }

    public static Formatted format(SourceFile file) {
        return format(Parser.parse(file));
    }

    private static Formatted format(Parsed parsed) {
        SourceFile file = parsed.file();
        if (parsed.tree().isEmpty()) {
            return Formatted.unread(file, parsed.diagnostics());
        }
        List<Lexeme> words = Lexemes.of(file);
        String text = new Layout(file, words).text();
        List<Lexeme> after = Lexemes.of(SourceFile.of(file.name(), text));
        if (!Meaning.of(words).isKeptBy(Meaning.of(after))) {
            throw new IllegalStateException("the layout would change what " + file + " says");
        }
        return new Formatted(text, List.of());
    }
}
