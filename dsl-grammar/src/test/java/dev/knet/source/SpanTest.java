package dev.knet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Stretches of a file. */
final class SpanTest {
    private static final SourceFile FILE = SourceFile.of("x.knet", "web allows\n  client");

    @Test
    void text() {
        assertThat(new Span(FILE, 4, 10).text()).isEqualTo("allows");
        assertThat(new Span(FILE, 4, 4).text()).isEmpty();
        assertThat(FILE.whole().text()).isEqualTo(FILE.text());
    }

    @Test
    void position() {
        assertThat(new Span(FILE, 13, 19).position()).isEqualTo(new Position(2, 3));
    }

    @Test
    void to() {
        assertThat(new Span(FILE, 0, 3).to(new Span(FILE, 13, 19))).isEqualTo(FILE.whole());
    }

    @Test
    void oneLine() {
        assertThat(FILE.whole().oneLine()).isEqualTo("web allows client");
        assertThat(new Span(FILE, 10, 13).oneLine()).isEmpty();
    }

    @Test
    void staysInTheFile() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(FILE, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(FILE, 2, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Span(FILE, 0, 20))
                .withMessageContaining("0..20");
    }
}
