package dev.knet.emit.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class VisibleCharactersTest {
    private static final Set<Integer> HIDDEN = Set.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.SURROGATE,
            (int) Character.PRIVATE_USE,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR,
            (int) Character.SPACE_SEPARATOR);

    @Test
    void nothingThatUnicodeCallsHiddenIsVisible() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c != ' ' && HIDDEN.contains(Character.getType(c))) {
                assertThat(VisibleCharacters.contains(c))
                        .as(Integer.toHexString(c))
                        .isFalse();
            }
        }
    }

    @Test
    void whatPeopleWriteIsVisible() {
        String text = " ~aZ09éßΩЖאب日本語한국어ไทยहिन्दी–—“”…€→≤😀🚀𝔸";
        assertThat(VisibleCharacters.end(text, 0)).isEqualTo(text.length());
    }

    /** The set of printable characters of both versions, of which a reader may refuse the rest. */
    @Test
    void everyVisibleCharacterIsPrintableInYaml() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            boolean printable =
                    c >= 0x20 && c <= 0x7E || c >= 0xA0 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
            assertThat(VisibleCharacters.contains(c) && !printable)
                    .as(Integer.toHexString(c))
                    .isFalse();
        }
    }

    @Test
    void endStopsAtTheFirstThatIsHidden() {
        assertThat(VisibleCharacters.end("a😀\u202eb", 0)).isEqualTo(3);
        assertThat(VisibleCharacters.end("a\u202eb", 2)).isEqualTo(3);
        assertThat(VisibleCharacters.end("a\ud83d", 0)).isEqualTo(1);
    }
}
