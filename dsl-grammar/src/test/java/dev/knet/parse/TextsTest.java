package dev.knet.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.syntax.ContainerItem;
import dev.knet.syntax.WorkloadBlock;
import dev.knet.testing.Checked;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings and text blocks, and what they stand for. */
final class TextsTest {
    private static final String QUOTES = "\"\"\"";

    static Stream<Arguments> strings() {
        return Stream.of(
                arguments("", ""),
                arguments("a b", "a b"),
                arguments("\\\"", "\""),
                arguments("\\\\", "\\"),
                arguments("\\\\n", "\\n"),
                arguments("\\n\\t", "\n\t"),
                arguments("\\u{41}\\u{00e9}\\u{1F600}\\u{1f600}", "A\u00e9\uD83D\uDE00\uD83D\uDE00"),
                arguments("\\u{0}\\u{10FFFF}\\u{d7ff}\\u{e000}", "\0\uDBFF\uDFFF\uD7FF\uE000"),
                arguments("$", "$"),
                arguments("$$", "$$"),
                arguments("$a {b}", "$a {b}"),
                arguments("$${a}", "${a}"),
                arguments("$$${a}", "$${a}"),
                arguments("$$$${a}", "$$${a}"),
                arguments("$\\u{7b}a}", "${a}"),
                arguments("// /* */ ; { } ( ) '", "// /* */ ; { } ( ) '"),
                arguments("\uD83D\uDE00 \t \u202E", "\uD83D\uDE00 \t \u202E"),
                arguments("\uD800", "\uD800"));
    }

    @ParameterizedTest
    @MethodSource("strings")
    void string(String written, String value) {
        assertThat(value('"' + written + '"')).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("strings")
    void sameEscapesInTextBlocks(String written, String value) {
        assertThat(value(QUOTES + "\n  " + written + "\n  " + QUOTES)).isEqualTo(value + "\n");
    }

    static Stream<Arguments> textBlocks() {
        return Stream.of(
                arguments("\n", ""),
                arguments("\na", "a"),
                arguments("\n\n", "\n"),
                arguments("  \t\n  a\n    b\n  ", "a\n  b\n"),
                arguments("\n    a\n  b\n", "    a\n  b\n"),
                arguments("\n    a\n\n   b", " a\n\nb"),
                arguments("\n  a  \n  b \\t\n  ", "a\nb \t\n"),
                arguments("\r\n  a\r\n  b\r\n  ", "a\nb\n"),
                arguments("\r  a\r  b\r  ", "a\nb\n"),
                arguments("\n  \"a\" \"\"b\n  ", "\"a\" \"\"b\n"),
                arguments("\n  \\\"\\\"\\\"a\\\"", "\"\"\"a\""),
                arguments("\n\ta\n\t\tb\n\t", "a\n\tb\n"));
    }

    @ParameterizedTest
    @MethodSource("textBlocks")
    void textBlock(String written, String value) {
        assertThat(value(QUOTES + written + QUOTES)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\",
                "\\q",
                "\\'",
                "\\u",
                "\\u{",
                "\\u{}",
                "\\u{g}",
                "\\u{-1}",
                "\\u{110000}",
                "\\u{1000000}",
                "\\ud",
                "\\u{d800}",
                "\\u{DFFF}",
                "\\u{\u0661}",
                "\\u {41}",
                "${",
                "${A}",
                "${a b}",
                "${}",
                "$$${a}${",
                "\\r",
                "\\0",
                "\\ "
            })
    void wrong(String written) {
        assertThat(Checked.parse("pod a { image \"" + written + "\" }").tree()).isEmpty();
        assertThat(Checked.parse("pod a { image \"\"\"\n" + written + "\n\"\"\" }")
                        .tree())
                .isEmpty();
    }

    @Test
    void aTextBlockThatDoesNotBeginOnTheNextLine() {
        assertThat(messages("\"\"\"\"\"\""))
                .isEqualTo("1:15 the text of a text block begins on the line below its quotes");
        assertThat(messages("\"\"\"a\n\"\"\""))
                .isEqualTo("1:15 the text of a text block begins on the line below its quotes");
    }

    @Test
    void placesInATextBlockAreThoseInTheFile() {
        assertThat(messages("\"\"\"  \n    \\q\n      é\\w  \n    \"\"\""))
                .isEqualTo("2:5 `\\q` is no escape\n3:8 `\\w` is no escape");
        assertThat(messages("\"\"\"\r\n    a\r\n      \\w\r\n    \"\"\"")).isEqualTo("3:7 `\\w` is no escape");
    }

    @Test
    void aBackslashAtTheEndOfALine() {
        assertThat(messages("\"\"\"\n  a\\\n  b\"\"\"")).isEqualTo("2:4 a line cannot end in `\\`");
        assertThat(messages("\"\"\"\n  a\\  \"\"\"")).isEqualTo("2:4 `\\ ` is no escape");
    }

    @Test
    void namesAreStringsToo() {
        assertThat(Checked.parse("pod \"a\\q\"\n\"${x}\" allows \"\\u{z}\" on \"\\a\"\n")
                        .diagnostics())
                .hasSize(4);
        assertThat(Checked.parse("a allows b because \"${x}\"").diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("a reason cannot hold a parameter");
        assertThat(Checked.parse("\"${x}\" allows b").diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("a name cannot hold a parameter");
        assertThat(Checked.tree("\"a b\"/\"c\\td\" allows ./\"\\u{e9}\"").statements())
                .hasSize(1);
    }

    private static String value(String written) {
        WorkloadBlock pod = (WorkloadBlock)
                Checked.tree("pod a { image " + written + " }").statements().get(0);
        return ((ContainerItem.Image) pod.items().get(0)).image().value();
    }

    private static String messages(String written) {
        return Checked.messages(Checked.parse("pod a { image " + written + " }"));
    }
}
