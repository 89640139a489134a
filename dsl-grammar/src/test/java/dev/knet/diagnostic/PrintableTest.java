package dev.knet.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown as it is, and what by its number. */
final class PrintableTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "`~!\"\\", "é", "ñ", "中", "\uD83D\uDE00", "кирилл", "…–“”", "a\u0301"})
    void asItIs(String text) {
        assertThat(Printable.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 7, '\t', '\r', 0x1B, 0x7F, 0x85, 0x9B, 0xA0, 0xAD, 0x61C, 0x200B, 0x200E, 0x2028, 0x2029, 0x202A,
                0x202E, 0x2066, 0x2069, 0x3000, 0xD800, 0xDFFF, 0xE000, 0xFEFF, 0xFFFE, 0xE0041, 0x10FFFF
            })
    void byItsNumber(int c) {
        String text = "a" + Character.toString(c) + "b";
        assertThat(Printable.of(text)).isEqualTo("a\\u{" + Integer.toHexString(c) + "}b");
    }

    @Test
    void aNewLine() {
        assertThat(Printable.of("a\nb")).isEqualTo("a\\nb");
    }
}
