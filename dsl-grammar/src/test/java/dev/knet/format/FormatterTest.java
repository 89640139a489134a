package dev.knet.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.parse.Parser;
import dev.knet.source.SourceFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is decided in a few words each; FormatCasesTest shows whole files. */
final class FormatterTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \t\n\r\n", ";", ";\n;", "\uFEFF", "\uFEFF\n"})
    void nothingStaysNothing(String text) {
        assertThat(formatted(text)).isEmpty();
    }

    @Test
    void theByteOrderMarkGoes() {
        byte[] bytes = "\uFEFFdeny all\n".getBytes(StandardCharsets.UTF_8);
        assertThat(Formatter.format("x.knet", bytes).text()).isEqualTo("deny all\n");
    }

    @Test
    void aBlockStaysOnItsLineUpToTheHundredthColumn() {
        String block = "pod a { image \"" + "x".repeat(83) + "\" }";
        assertThat(block).hasSize(101);
        String shorter = block.replace("xx\"", "x\"");
        assertThat(formatted(shorter)).isEqualTo(shorter + "\n");
        assertThat(formatted(shorter + " // a comment does not count")).startsWith(shorter + " //");
        assertThat(formatted(block)).hasLineCount(3);
        assertThat(formatted(shorter.replace(" a ", "  a  "))).isEqualTo(shorter + "\n");
        assertThat(formatted("namespace n {\n" + shorter + "\n}")).hasLineCount(5);
    }

    @Test
    void theOuterBlockIsBrokenFirst() {
        String inner = "container b { image \"" + "x".repeat(70) + "\" }";
        assertThat(formatted("pod a { " + inner + " }")).isEqualTo("pod a {\n  " + inner + "\n}\n");
    }

    @Test
    void aBlockOnSeveralLinesIsNeverJoined() {
        assertThat(formatted("pod a {\nimage \"x\" }")).isEqualTo("pod a {\n  image \"x\"\n}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pod a { labels a = b  c = d }|pod a { labels a=b c=d }",
                "pod a { env labels=\"x\" }|pod a { env labels = \"x\" }",
                "labels allows pods(labels = labels)|labels allows pods(labels=labels)",
                "a allows pods (a),namespace (b)|a allows pods(a), namespace(b)",
                "a allows pods(pods in(b), ! c)|a allows pods(pods in (b), !c)",
                "service a for b on tcp/80->c|service a for b on tcp/80 -> c",
                "a allows b on tcp /* c */ / 80|a allows b on tcp /* c */ /80",
            })
    void oneSpacing(String text, String expected) {
        assertThat(formatted(text)).isEqualTo(expected + "\n");
    }

    @Test
    void docsKeepWhatTheyBelongTo() {
        assertThat(formatted("pod a; /// b\npod b")).isEqualTo("pod a\n/// b\npod b\n");
        assertThat(formatted("pod a /// not b\npod b")).isEqualTo("pod a /// not b\npod b\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pod a {   image   \"x\"",
                "pod  a\r\n{ }",
                "a   allows \t\r\n",
                "/* open",
                "pod a { image \"\\q\" }  ",
                "}",
                "pod a { image \"\"\"x\"\"\" }"
            })
    void whatCannotBeReadStaysAsItIs(String text) {
        Formatted formatted = Formatter.format(SourceFile.of("x.knet", text));
        assertThat(formatted.text()).isEqualTo(text);
        assertThat(formatted.isLaidOut()).isFalse();
        assertThat(formatted.diagnostics())
                .extracting(Diagnostic::message)
                .isEqualTo(Parser.parse(SourceFile.of("x.knet", text)).diagnostics().stream()
                        .map(Diagnostic::message)
                        .toList())
                .isNotEmpty();
    }

    @Test
    void bytesThatAreNoText() {
        Formatted formatted = Formatter.format("x.knet", new byte[] {'a', (byte) 0xFF});
        assertThat(formatted.diagnostics()).extracting(Diagnostic::rule).containsExactly(Rule.ENCODING);
    }

    @Test
    void aFileThatIsTooLarge() {
        Formatted formatted = Formatter.format("x.knet", new byte[Parser.LARGEST_FILE + 1]);
        assertThat(formatted.diagnostics()).extracting(Diagnostic::rule).containsExactly(Rule.TOO_LARGE);
    }

    private static String formatted(String text) {
        Formatted formatted = Formatter.format(SourceFile.of("x.knet", text));
        assertThat(formatted.diagnostics()).isEmpty();
        return formatted.text();
    }
}
