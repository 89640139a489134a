package dev.knet.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of any length. */
final class IntTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "00, 0",
        "80, 80",
        "0080, 80",
        "2147483646, 2147483646",
        "2147483647, 2147483647",
        "2147483648, 2147483647",
        "9999999999, 2147483647",
        "99999999999999999999999, 2147483647",
        "00000000000000000000001, 1"
    })
    void value(String digits, int value) {
        assertThat(of(digits).value()).isEqualTo(value);
    }

    @Test
    void aMillionDigits() {
        assertThat(of("1".repeat(1_000_000)).value()).isEqualTo(Integer.MAX_VALUE);
        assertThat(of("0".repeat(1_000_000)).value()).isZero();
    }

    private static Int of(String digits) {
        return new Int(digits, SourceFile.of("x.knet", digits).whole());
    }
}
