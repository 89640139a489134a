package dev.knet.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations in whole seconds. */
final class DurationsTest {

    @ParameterizedTest
    @CsvSource({"0s, 0", "10s, 10", "2m, 120", "1h, 3600", "1h30m, 5400", "1h1m1s, 3661", "2147483647s, 2147483647"})
    void seconds(String text, int seconds) {
        assertThat(Durations.seconds(text)).hasValue(seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10",
                "s",
                "1h30",
                "30m1h",
                "1s1s",
                "-1s",
                "1.5s",
                "500ms",
                "1d",
                "10 s",
                "2147483648s",
                "596524h",
                "99999999999999999999s",
                "\u0661s"
            })
    void others(String text) {
        assertThat(Durations.seconds(text)).isEmpty();
    }
}
