package dev.knet.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.source.Position;
import dev.knet.source.SourceFile;
import dev.knet.testing.Checked;
import dev.knet.testing.Corpus;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that nobody would write: they get a tree or problems, in time and memory linear in their size. They are so
 * large that whatever is not linear would take hours; the time-out is there to end that, and measures nothing.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HostileFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"{", "}", "(", ")"})
    void aMillionBrackets(String bracket) {
        once(bracket.repeat(1_000_000));
        once("namespace a " + bracket.repeat(1_000_000));
        once("x allows pods" + bracket.repeat(1_000_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "}{",
                "()",
                ")(",
                "{\n",
                "\n}",
                "a{",
                "a}",
                "pod a {",
                "namespace a {",
                "existing namespace A {",
                "pod a { container b {",
                "policy a {",
                "cluster {",
                "x allows pods(",
                "x allows pods(a in (",
                "a allows (("
            })
    void nested(String part) {
        once(part.repeat(10_000));
        once("x allows " + part.repeat(10_000) + " on tcp/80");
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                arguments("", "a, ", "a allows b"),
                arguments("a allows ", "b, ", "b"),
                arguments("a allows ", "service service, ", "service"),
                arguments("a allows ", "namespace namespace, ", "namespace"),
                arguments("a allows ", "any namespace, any, ", "any"),
                arguments("a allows ", "pods(in in (in), !in) in in, ", "in"),
                arguments("a allows ", "0.0.0.0/0 except 10.0.0.0/8, ", "a"),
                arguments("a allows 0.0.0.0/0 except ", "10.0.0.0/8, ", "10.0.0.0/8"),
                arguments("expect only ", "only, ", "only reach only"),
                arguments("expect ", "expect, ", "expect cannot reach expect"),
                arguments("", "expect only cannot reach cannot\n", ""),
                arguments("", "expect reaches reaches reaches;", ""),
                arguments("a allows b on ", "tcp/80, any, any port, tcp, ", "on"),
                arguments("a allows pods(", "a=b, ", "a)"),
                arguments("a allows pods(", "in, ", "in)"),
                arguments("a allows pods(a in (", "in, ", "in))"),
                arguments("pod a { labels ", "in=in ", "}"),
                arguments("pod a { command ", "\"a\", ", "\"b\" }"),
                arguments("service a for b on ", "tcp/80 -> at at 30080, ", "tcp/80"),
                arguments("service a for b from ", "10.0.0.0/8, ", "::1"),
                arguments("", "service allows allows on tcp/80\n", ""),
                arguments("", "namespace allows allows any namespace;", "deny all"),
                arguments("", "/// doc\n", "pod a"),
                arguments("", "/* comment */", "pod a"),
                arguments("a allows pods(", "\n// c\n/**/", ")"),
                arguments("", "\n;", ""),
                arguments("", "existing pod existing;", ""));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void longLists(String begin, String part, String end) {
        Parsed parsed = once(begin + part.repeat(200_000 / part.length()) + end);
        assertThat(parsed.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "1",
                "A",
                "a-",
                "a.",
                "-",
                "1-",
                "1.",
                ":",
                "a:",
                "::",
                ".",
                "/",
                "//",
                "./",
                "\"",
                "'",
                "\\",
                "$",
                "${",
                "$$",
                "$${",
                "\\u",
                "\\u{",
                "\\q",
                "\\\\",
                "=",
                "!",
                "!=",
                "->",
                ",",
                "%",
                "\t",
                " ",
                "\r",
                "\f",
                "\0",
                "\u00e9",
                "\u4e2d",
                "\uD83D\uDE00",
                "\uD800",
                "\uDC00",
                "\u202E",
                "\uFEFF",
                "#",
                "a,",
                "a b ",
                "a;b",
                "*",
                "/*",
                "*/",
                "/**/",
                "\"\"",
                "\"\"\""
            })
    void monotonous(String part) {
        String many = part.repeat(50_000 / part.length());
        once(many);
        once("web allows " + many);
        once("pod a { image \"" + many + "\" }");
        once("pod a { image \"" + many);
        once("pod a { image \"\"\"\n" + many + "\"\"\" }");
        once("// " + many + "\nweb allows " + part + "\n/* " + many);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u{", "\\u{1", "$$", "}"})
    void aLongString(String part) {
        once("pod a { image \"" + part.repeat(4_000_000 / part.length()) + "\" }");
    }

    @Test
    void flat() {
        String statement = "  service web-service for web on tcp/80 -> http, tcp/443 -> https at 30080\n";
        Parsed parsed = once("namespace shop {\n" + statement.repeat(5_000_000 / statement.length()) + "}\n");
        assertThat(parsed.diagnostics()).isEmpty();
        assertThat(once(statement.replace("30080", "x").repeat(10_000)).diagnostics())
                .hasSize(101);
    }

    @Test
    void noise() {
        Random random = new Random(1);
        byte[] bytes = new byte[100_000];
        for (int round = 0; round < 5; round++) {
            random.nextBytes(bytes);
            Checked.parse(bytes);
            // Latin-1 makes text of any bytes, so that the lexer sees them.
            once(new String(bytes, StandardCharsets.ISO_8859_1));
            once(text(random.ints(100_000, 0, 0x10000)));
            once(text(random.ints(100_000, ' ', 0x7F)));
        }
    }

    private static String text(IntStream units) {
        StringBuilder text = new StringBuilder();
        units.forEach(unit -> text.append((char) unit));
        return text.toString();
    }

    @Test
    void everyShortFile() {
        String signs = "{}(),;=!/.-\"\\$*a1 \n\r\uD83D\uDE00";
        signs.chars()
                .forEach(a -> signs.chars()
                        .forEach(b -> signs.chars().forEach(c -> once("" + (char) a + (char) b + (char) c))));
        IntStream.range(0, 256).forEach(b -> Checked.parse(new byte[] {(byte) b}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"things", "statement-ends", "texts", "ambiguities", "docs", "crlf"})
    void everyBeginningAndEndOfAFile(String name) {
        byte[] bytes = Corpus.bytes(Corpus.CASES.resolve("parse/" + name + ".knet"));
        for (int i = 0; i <= bytes.length; i++) {
            Checked.parse(Arrays.copyOf(bytes, i));
            Checked.parse(Arrays.copyOfRange(bytes, i, bytes.length));
        }
    }

    @Test
    void theFirstByteThatIsNotUtf8() {
        assertNotUtf8(1, 1, 0xFF);
        assertNotUtf8(1, 1, 0xFE, 0xFF, 0, 'a');
        assertNotUtf8(1, 2, 'a', 0x80, 'b');
        assertNotUtf8(1, 1, 0xC0, 0x80);
        assertNotUtf8(1, 1, 0xED, 0xA0, 0x80);
        assertNotUtf8(1, 1, 0xF5, 0x80, 0x80, 0x80);
        assertNotUtf8(1, 3, 'a', 'b', 0xE2, 0x82);
        assertNotUtf8(1, 3, 0xC3, 0xA9, 'b', 0xE9);
        assertNotUtf8(3, 2, 'a', '\r', '\n', 'b', '\n', 'c', 0xE9, '\n');
        assertNotUtf8(2, 1, 'a', '\r', 0xE9);
        assertNotUtf8(1, 2, 0xEF, 0xBB, 0xBF, 'a', 0xE9);
        assertNotUtf8(1, 3, 0xF0, 0x9F, 0x98, 0x80, 0x9F);
    }

    private static void assertNotUtf8(int line, int column, int... bytes) {
        byte[] file = new byte[bytes.length];
        IntStream.range(0, bytes.length).forEach(i -> file[i] = (byte) bytes[i]);
        Parsed parsed = Checked.parse(file);
        assertThat(parsed.diagnostics())
                .hasSize(1)
                .first()
                .extracting(Diagnostic::rule)
                .isEqualTo(Rule.ENCODING);
        assertThat(parsed.diagnostics().get(0).span().position()).isEqualTo(new Position(line, column));
    }

    @Test
    void theLargestFileAndOneByteMore() {
        byte[] bytes = new byte[Parser.LARGEST_FILE];
        Arrays.fill(bytes, (byte) ' ');
        assertThat(Checked.parse(bytes).tree()).isPresent();
        Parsed parsed = Checked.parse(Arrays.copyOf(bytes, bytes.length + 1));
        assertThat(parsed.diagnostics())
                .hasSize(1)
                .first()
                .extracting(Diagnostic::rule)
                .isEqualTo(Rule.TOO_LARGE);
    }

    @Test
    void messagesShowNothingThatHides() {
        String hostile = "\u202E\u2066\u200B\u0007\u001B[2J\u009B\uFEFF\u00AD\u2028\uD800\uE000\uDB40\uDC41";
        for (String text :
                new String[] {hostile, "web " + hostile, "pod \"" + hostile, "pod a { image " + hostile + "\"x\\q\" }"
                }) {
            String shown = Checked.rendered(Checked.parse(text));
            assertThat(shown)
                    .contains("\\u{202e}", "\\u{1b}[2J", "\\u{9b}", "\\u{ad}", "\\u{2028}", "\\u{d800}", "\\u{e0041}");
        }
    }

    @Test
    void nameOfTheFileIsHostileToo() {
        Parsed parsed = Checked.check(Parser.parse("a\u202E\n\u001B[2J.knet", "web".getBytes(StandardCharsets.UTF_8)));
        assertThat(Checked.rendered(parsed)).contains("a\\u{202e}\\n\\u{1b}[2J.knet:1:4");
    }

    /** Without the second time that {@link Checked#parse(String)} takes to see that it comes out the same. */
    private static Parsed once(String text) {
        return Checked.check(Parser.parse(SourceFile.of("x.knet", text)));
    }
}
