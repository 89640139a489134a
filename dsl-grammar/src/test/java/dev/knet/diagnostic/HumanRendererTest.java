package dev.knet.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import org.junit.jupiter.api.Test;

/** The message with its frame. */
final class HumanRendererTest {

    @Test
    void theExampleOfTheLanguagePage() {
        SourceFile file = SourceFile.of("shop.knet", "\n".repeat(13) + "  web allows client on tcp/80\n");
        Diagnostic diagnostic = Diagnostic.of(Rule.NOT_LISTENING, span(file, "tcp/80"), "web does not listen on tcp/80")
                .withNote("tcp/80 is the port of service web-service; a policy acts on the pod's port")
                .withHelp("write `web allows client on http` (tcp/8080)");
        assertThat(HumanRenderer.render(diagnostic)).isEqualTo("""
                error[KNET0301]: web does not listen on tcp/80
                  --> shop.knet:14:24
                   |
                14 |   web allows client on tcp/80
                   |                        ^^^^^^ tcp/80 is the port of service web-service; a policy acts on the pod's port
                   |
                   = help: write `web allows client on http` (tcp/8080)
                """);
    }

    @Test
    void aWarningWithLabels() {
        SourceFile file = SourceFile.of("a.knet", "pod a\n" + "\n".repeat(8) + "pod a\n");
        SourceFile other = SourceFile.of("b.knet", "pod a");
        Diagnostic diagnostic = Diagnostic.of(Rule.NO_EFFECT, new Span(file, 4, 5), "twice")
                .withLabel(new Span(file, 18, 19), "declared here")
                .withLabel(new Span(other, 0, 3), "and there");
        assertThat(HumanRenderer.render(diagnostic)).isEqualTo("""
                warning[KNET0401]: twice
                  --> a.knet:1:5
                   |
                 1 | pod a
                   |     ^
                  ::: a.knet:10:5
                   |
                10 | pod a
                   |     ^ declared here
                  ::: b.knet:1:1
                   |
                 1 | pod a
                   | ^^^ and there
                """);
    }

    @Test
    void anEmptyStretchIsMarkedWhereItIs() {
        assertThat(frame("web", 3, 3)).isEqualTo(lines(" --> x.knet:1:4", "  |", "1 | web", "  |    ^"));
        assertThat(frame("", 0, 0)).isEqualTo(lines(" --> x.knet:1:1", "  |", "1 | ", "  | ^"));
        assertThat(frame("web\n", 4, 4)).isEqualTo(lines(" --> x.knet:2:1", "  |", "2 | ", "  | ^"));
        assertThat(frame("web\r\nx", 4, 4)).isEqualTo(lines(" --> x.knet:1:5", "  |", "1 | web", "  |    ^"));
    }

    @Test
    void oneOfSeveralLinesIsShown() {
        assertThat(frame("pod a {\n}\n", 4, 9))
                .isEqualTo(lines(" --> x.knet:1:5", "  |", "1 | pod a {", "  |     ^^^"));
    }

    @Test
    void aTabIsABlank() {
        assertThat(frame("\tpod\ta", 5, 6)).isEqualTo(lines(" --> x.knet:1:6", "  |", "1 |  pod a", "  |      ^"));
    }

    @Test
    void whatHidesIsWrittenOutAndTheMarkMovesWithIt() {
        assertThat(frame("\u202Ea\u0000b", 3, 4))
                .isEqualTo(lines(" --> x.knet:1:4", "  |", "1 | \\u{202e}a\\u{0}b", "  | " + " ".repeat(14) + "^"));
        assertThat(frame("a\u202E", 1, 2)).endsWith("1 | a\\u{202e}\n  |  ^^^^^^^^\n");
    }

    @Test
    void aPartOfALongLineIsShown() {
        String line = "a".repeat(1000) + "X" + "b".repeat(1000);
        assertThat(frame(line, 1000, 1001))
                .isEqualTo(lines(
                        " --> x.knet:1:1001",
                        "  |",
                        "1 | …" + "a".repeat(100) + "X" + "b".repeat(99) + "…",
                        "  |  " + " ".repeat(100) + "^"));
        assertThat(frame(line, 0, 2001)).contains("1 | " + "a".repeat(200) + "…\n", "| " + "^".repeat(200) + "\n");
        assertThat(frame(line, 2001, 2001)).contains("1 | …" + "b".repeat(200) + "\n", "|  " + " ".repeat(200) + "^\n");
        assertThat(frame(line, 990, 2001)).contains("| " + " ".repeat(101) + "^".repeat(100) + "\n");
    }

    @Test
    void textsOfOthersAreMadePrintable() {
        SourceFile file = SourceFile.of("\u202E.knet", "x");
        Diagnostic diagnostic = Diagnostic.of(Rule.SYNTAX, file.whole(), "m\u001B")
                .withNote("n\n")
                .withHelp("h\u200B");
        assertThat(HumanRenderer.render(diagnostic))
                .isEqualTo(lines(
                        "error[KNET0001]: m\\u{1b}",
                        " --> \\u{202e}.knet:1:1",
                        "  |",
                        "1 | x",
                        "  | ^ n\\n",
                        "  |",
                        "  = help: h\\u{200b}"));
    }

    private static String frame(String text, int start, int end) {
        Span span = new Span(SourceFile.of("x.knet", text), start, end);
        return HumanRenderer.frame(Diagnostic.of(Rule.SYNTAX, span, "wrong"));
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    private static Span span(SourceFile file, String part) {
        int start = file.text().indexOf(part);
        return new Span(file, start, start + part.length());
    }
}
