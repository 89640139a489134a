package dev.knet.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.parse.Lexemes;
import dev.knet.source.SourceFile;
import org.junit.jupiter.api.Test;

/** Whether the guard would notice. */
final class MeaningTest {

    @Test
    void layoutIsNoMeaning() {
        assertKept("a allows b; c allows d", "a   allows b\n\nc allows d\n");
        assertKept("pod a; // x", "pod a // x");
        assertKept("/* a\n   b */", "/* a\n b */");
        assertKept("pod a { yaml \"\"\"\n  a\n   b\"\"\" }", "pod a { yaml \"\"\"\r\n a \r\n  b\"\"\" }");
    }

    @Test
    void wordsAre() {
        assertLost("a allows b", "a allows c");
        assertLost("a allows b", "a allows");
        assertLost("a\nallows b", "a allows b");
        assertLost("a allows b", "a allows b; c");
        assertLost("a allows \"b c\"", "a allows \"b  c\"");
    }

    @Test
    void commentsAre() {
        assertLost("a // b", "a");
        assertLost("a // b", "a // c");
        assertLost("// a\n// b", "// b\n// a");
        assertLost("a; // b\nc", "a; c // b");
    }

    @Test
    void whatDocsBelongToIs() {
        assertLost("pod a; /// b\npod b", "pod a /// b\npod b");
    }

    @Test
    void valuesOfTextBlocksAre() {
        assertLost("yaml \"\"\"\n  a\n  b\"\"\"", "yaml \"\"\"\n  a\n b\"\"\"");
        assertLost("yaml \"\"\"\n  a\n  \"\"\"", "yaml \"\"\"\n  a\n \"\"\"");
    }

    private static void assertKept(String one, String other) {
        assertThat(meaning(one).isKeptBy(meaning(other))).isTrue();
    }

    private static void assertLost(String one, String other) {
        assertThat(meaning(one).isKeptBy(meaning(other))).isFalse();
    }

    private static Meaning meaning(String text) {
        return Meaning.of(Lexemes.of(SourceFile.of("x.knet", text)));
    }
}
