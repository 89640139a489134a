package dev.knet.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines and columns of offsets. */
final class SourceFileTest {

    @Test
    void positionsAreCountedFromOne() {
        SourceFile file = file("ab\ncd\n");
        assertThat(file.position(0)).isEqualTo(new Position(1, 1));
        assertThat(file.position(1)).isEqualTo(new Position(1, 2));
        assertThat(file.position(2)).isEqualTo(new Position(1, 3));
        assertThat(file.position(3)).isEqualTo(new Position(2, 1));
        assertThat(file.position(5)).isEqualTo(new Position(2, 3));
        assertThat(file.position(6)).isEqualTo(new Position(3, 1));
    }

    @Test
    void lineEndsOfAllSystems() {
        SourceFile file = file("a\r\nb\rc\n\rd\r");
        assertThat(file.position(1)).isEqualTo(new Position(1, 2));
        assertThat(file.position(2)).isEqualTo(new Position(1, 3));
        assertThat(file.position(3)).isEqualTo(new Position(2, 1));
        assertThat(file.position(5)).isEqualTo(new Position(3, 1));
        assertThat(file.position(7)).isEqualTo(new Position(4, 1));
        assertThat(file.position(8)).isEqualTo(new Position(5, 1));
        assertThat(file.position(10)).isEqualTo(new Position(6, 1));
    }

    @Test
    void linesHaveNoLineEnds() {
        SourceFile file = file("a \r\n\tb\r\rc\n\n");
        assertThat(file.line(1)).isEqualTo("a ");
        assertThat(file.line(2)).isEqualTo("\tb");
        assertThat(file.line(3)).isEmpty();
        assertThat(file.line(4)).isEqualTo("c");
        assertThat(file.line(5)).isEmpty();
        assertThat(file.line(6)).isEmpty();
    }

    @Test
    void anEmptyFileHasOneLine() {
        assertThat(file("").position(0)).isEqualTo(new Position(1, 1));
        assertThat(file("").line(1)).isEmpty();
        assertThat(file("").whole().text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u2028", "\u2029", "\u0085", "\f", "\u000B"})
    void onlyLineFeedsAndReturnsEndLines(String other) {
        assertThat(file("a" + other + "b").position(2)).isEqualTo(new Position(1, 3));
    }

    @Test
    void columnsCountUtf16() {
        assertThat(file("\uD83D\uDE00x").position(2)).isEqualTo(new Position(1, 3));
    }

    @Test
    void aByteOrderMarkIsDropped() {
        assertThat(file("\uFEFFab").text()).isEqualTo("ab");
        assertThat(file("a\uFEFFb").text()).isEqualTo("a\uFEFFb");
        assertThat(file("\uFEFF\uFEFF").text()).isEqualTo("\uFEFF");
    }

    @ParameterizedTest
    @CsvSource({
        "src/main/knet/shop.knet, shop",
        "shop.knet, shop",
        "shop, shop",
        "a.b/shop, shop",
        "a/shop.prod.knet, shop.prod",
        "a/.knet, .knet",
        "a/b., b"
    })
    void stem(String name, String stem) {
        assertThat(SourceFile.of(name, "").stem()).isEqualTo(stem);
    }

    @Test
    void manyLines() {
        SourceFile file = file("ab\n".repeat(1000));
        assertThat(file.position(2999)).isEqualTo(new Position(1000, 3));
        assertThat(file.line(1000)).isEqualTo("ab");
    }

    private static SourceFile file(String text) {
        return SourceFile.of("x.knet", text);
    }
}
