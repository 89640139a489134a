package dev.knet.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.parse.Lexeme;
import dev.knet.parse.Lexeme.Kind;
import dev.knet.parse.Lexemes;
import dev.knet.parse.Parsed;
import dev.knet.parse.Parser;
import dev.knet.source.SourceFile;
import dev.knet.testing.TreeDump;
import java.util.List;

/** What holds of every layout, whatever the file: told apart from how the formatter goes about it. */
final class Sound {
    private Sound() {}

    /** Lays the text out, and fails unless it means the same and is in order; says whether it could be read. */
    static boolean check(String text) {
        Parsed parsed = Parser.parse(SourceFile.of("x.knet", text));
        Formatted formatted = Formatter.format(parsed.file());
        if (parsed.tree().isEmpty()) {
            assertThat(formatted.text()).isEqualTo(parsed.file().text());
            assertThat(formatted.diagnostics()).hasSameSizeAs(parsed.diagnostics());
            return false;
        }
        String dump = TreeDump.withoutSpans(parsed.tree().get());
        checkText(text, formatted.text());
        assertThat(dump(formatted.text())).as("tree of\n%s", formatted.text()).isEqualTo(dump);
        assertThat(Formatter.format(SourceFile.of("x.knet", formatted.text())).text())
                .as("laid out twice")
                .isEqualTo(formatted.text());
        return true;
    }

    private static String dump(String text) {
        Parsed parsed = Parser.parse(SourceFile.of("x.knet", text));
        return TreeDump.withoutSpans(parsed.tree().orElseThrow(() -> new AssertionError("broken:\n" + text)));
    }

    private static void checkText(String before, String text) {
        assertThat(text).doesNotContain("\r", "\uFEFF\n");
        assertThat(text.isEmpty() || text.endsWith("\n") && !text.endsWith("\n\n"))
                .as("one new line at the end of\n%s", text)
                .isTrue();
        assertThat(text).doesNotStartWith("\n");
        assertThat(text.lines()).noneMatch(line -> line.endsWith(" ") || line.endsWith("\t"));
        checkEmptyLines(text);
        assertThat(written(text)).isEqualTo(written(before));
    }

    private static void checkEmptyLines(String text) {
        StringBuilder outside = new StringBuilder();
        int end = 0;
        for (Lexeme lexeme : lexemes(text)) {
            if (lexeme.kind() == Kind.TEXT_BLOCK || lexeme.kind().isComment()) {
                outside.append(text, end, lexeme.span().start()).append("x");
                end = lexeme.span().end();
            }
        }
        outside.append(text.substring(end));
        assertThat(outside).doesNotContain("\n\n\n", "{\n\n").doesNotContainPattern("\n\n *}");
    }

    /** All words and comments in full, but for white space; not what may stand between statements. */
    private static List<String> written(String text) {
        return lexemes(text).stream()
                .filter(lexeme -> lexeme.kind() != Kind.END)
                .map(lexeme -> lexeme.text().replaceAll("\\s+", ""))
                .toList();
    }

    private static List<Lexeme> lexemes(String text) {
        return Lexemes.of(SourceFile.of("x.knet", text));
    }
}
