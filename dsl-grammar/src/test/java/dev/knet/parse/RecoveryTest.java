package dev.knet.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.grammar.KnetLexer;
import dev.knet.testing.Checked;
import dev.knet.testing.Corpus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mistake is reported once, and the statements behind it are read. */
final class RecoveryTest {
    /** What makes a block or holds several lines together: without one of them, more than one statement is wrong. */
    private static final Set<Integer> BRACKETS = Set.of(
            KnetLexer.OPEN_BRACE,
            KnetLexer.CLOSE_BRACE,
            KnetLexer.OPEN_PAREN,
            KnetLexer.CLOSE_PAREN,
            KnetLexer.NEWLINE,
            KnetLexer.SEMICOLON,
            KnetLexer.TEXT_BLOCK,
            KnetLexer.STRING);

    static Stream<String> files() {
        return Corpus.right().stream().map(file -> file.getFileName().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sentences", "isolation", "things", "invisible"})
    void eachWrongLineIsReportedOnce(String name) {
        List<String> lines = new ArrayList<>(Corpus.text(Corpus.CASES.resolve("reject/KNET0001/" + name + ".knet"))
                .lines()
                .toList());
        assertEachLineIsReportedOnce(lines);
        Collections.shuffle(lines, new Random(1));
        assertEachLineIsReportedOnce(lines);
    }

    private static void assertEachLineIsReportedOnce(List<String> lines) {
        String text = String.join("\npod right { image \"x\" }\n", lines);
        List<Integer> wrong =
                IntStream.range(0, lines.size()).mapToObj(i -> 2 * i + 1).toList();
        assertThat(lines(Checked.parse(text))).isEqualTo(wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sentences", "isolation"})
    void theSameInNamespacesAndPolicies(String name) {
        String text = Corpus.text(Corpus.CASES.resolve("reject/KNET0001/" + name + ".knet"));
        List<String> messages = messages(text);
        assertThat(messages("namespace n {\n" + text + "}")).isEqualTo(messages);
        assertThat(messages("policy p {\n" + text + "}")).isEqualTo(messages);
        assertThat(messages("namespace n { pod p { }; policy p {\n" + text + "} }"))
                .isEqualTo(messages);
    }

    /** Two at most: the second where a trailing comma or operator makes one statement of two. */
    @ParameterizedTest
    @MethodSource("files")
    void aMissingWordIsReportedAtMostTwice(String name) {
        String text = Corpus.text(Corpus.CASES.resolve("parse").resolve(name));
        for (Token token : Tokens.of(text)) {
            if (Tokens.isWord(token) && !BRACKETS.contains(token.getType())) {
                String without = text.substring(0, token.getStartIndex()) + text.substring(token.getStopIndex() + 1);
                assertThat(Checked.parse(without).diagnostics()).as(without).hasSizeLessThanOrEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aSuperfluousWordIsReportedAtMostOnce(String name) {
        String text = Corpus.text(Corpus.CASES.resolve("parse").resolve(name));
        for (Token token : Tokens.of(text)) {
            if (Tokens.isWord(token)) {
                String with = text.substring(0, token.getStartIndex()) + " % " + text.substring(token.getStartIndex());
                assertThat(Checked.parse(with).diagnostics()).as(with).hasSize(1);
            }
        }
    }

    @Test
    void afterAHundredTheRestIsNotRead() {
        Parsed parsed = Checked.parse("web\n".repeat(5000) + "pod a {");
        assertThat(parsed.diagnostics())
                .hasSize(101)
                .last()
                .extracting(Diagnostic::rule)
                .isEqualTo(Rule.TOO_MANY);
        assertThat(lines(parsed))
                .isEqualTo(IntStream.rangeClosed(1, 101).boxed().toList());
    }

    @Test
    void aHundredAreNotTooMany() {
        Parsed parsed = Checked.parse("web\n".repeat(100) + "web allows client");
        assertThat(parsed.diagnostics())
                .hasSize(100)
                .extracting(Diagnostic::rule)
                .containsOnly(Rule.SYNTAX);
    }

    @Test
    void tooManyOfEachKind() {
        for (String wrong :
                List.of("}", "pod a { image \"\\q\" }", "pod a { image \"x }", "pod a { foo }", "a allows pods(x")) {
            Parsed parsed = Checked.parse((wrong + "\n").repeat(300));
            assertThat(parsed.diagnostics())
                    .as(wrong)
                    .last()
                    .extracting(Diagnostic::rule)
                    .isEqualTo(Rule.TOO_MANY);
        }
    }

    @Test
    void tooManyInOneBlock() {
        assertThat(Checked.parse("pod a {\n" + "foo\n".repeat(300) + "}").diagnostics())
                .hasSize(101);
        assertThat(Checked.parse("namespace a {\n" + "foo\n".repeat(300) + "}").diagnostics())
                .hasSize(101);
        assertThat(Checked.parse("pod a { image \"" + "\\q".repeat(300) + "\" }")
                        .diagnostics())
                .hasSize(101);
    }

    @Test
    void theOrderIsThatOfTheText() {
        String text = "namespace a {\n pod b { image \"\\q\" }\n foo\n pod c {\n image \"x\n /* ";
        assertThat(lines(Checked.parse(text))).isEqualTo(List.of(1, 2, 3, 4, 5, 6));
    }

    private static List<Integer> lines(Parsed parsed) {
        return parsed.diagnostics().stream()
                .map(diagnostic -> diagnostic.span().position().line())
                .toList();
    }

    private static List<String> messages(String text) {
        return Checked.parse(text).diagnostics().stream()
                .map(Diagnostic::message)
                .toList();
    }
}
