package dev.knet.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantities have the values that Kubernetes gives them, and are written as they stand. */
final class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "007, 7",
        "0.5, 0.5",
        "250m, 0.25",
        "1u, 0.000001",
        "1n, 0.000000001",
        "2k, 2000",
        "1M, 1000000",
        "1G, 1000000000",
        "1T, 1000000000000",
        "1P, 1000000000000000",
        "1E, 1000000000000000000",
        "1Ki, 1024",
        "1.5Mi, 1572864",
        "1Gi, 1073741824",
        "1Ti, 1099511627776",
        "1Pi, 1125899906842624",
        "1Ei, 1152921504606846976",
        "1e3, 1000",
        "1E3, 1000",
        "1e+3, 1000",
        "5e-1, 0.5",
    })
    void values(String text, BigDecimal value) {
        assertThat(Quantities.value(text))
                .get()
                .satisfies(found -> assertThat(found).isEqualByComparingTo(value));
        assertThat(Quantity.parse(text)).hasToString(text);
        assertThat(Quantity.parse(text).getNumericalAmount().doubleValue()).isEqualTo(value.doubleValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1",
                "1 ",
                "-1",
                "+1",
                ".5",
                "1.",
                "1.5.2",
                "1K",
                "1ki",
                "1mi",
                "1Mib",
                "1MB",
                "1ee3",
                "1e",
                "1e1.5",
                "1e19",
                "1e-19",
                "8Ei",
                "10E",
                "\u0661",
                "0x1",
                "1_000",
                "NaN",
                "1000000000000000000000000000001"
            })
    void others(String text) {
        assertThat(Quantities.value(text)).isEmpty();
    }
}
