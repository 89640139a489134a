package dev.knet.testing.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.testing.Lowered;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nothing comes out that an API server refuses; and the validator that says so does not accept everything. */
final class ApiServerTest {
    private static final int TOPOLOGIES = 4000;

    @Test
    void whateverCompilesIsValid() {
        int compiled = 0;
        for (int seed = 0; seed < TOPOLOGIES; seed++) {
            String text = RandomThings.of(seed);
            Optional<Lowered> lowered = Lowered.of("t.knet", text, new ArrayList<>());
            if (lowered.isPresent()) {
                compiled++;
                assertThat(ApiServer.violations(lowered.get().objects()))
                        .as("seed %s\n%s", seed, text)
                        .isEmpty();
            }
        }
        assertThat(compiled).isBetween(TOPOLOGIES / 10, TOPOLOGIES * 9 / 10);
    }

    @Test
    void knowsTheFormsOfNames() {
        assertThat(Formats.isDns1123Label("3scale")).isTrue();
        assertThat(Formats.isDns1123Label("a".repeat(63))).isTrue();
        assertThat(Formats.isDns1123Label("a".repeat(64))).isFalse();
        assertThat(Formats.isDns1123Label("-a")).isFalse();
        assertThat(Formats.isDns1035Label("3scale")).isFalse();
        assertThat(Formats.isDns1123Subdomain("a.b-c.d")).isTrue();
        assertThat(Formats.isDns1123Subdomain("a..b")).isFalse();
        assertThat(Formats.isPortName("80")).isFalse();
        assertThat(Formats.isPortName("a--b")).isFalse();
        assertThat(Formats.isPortName("a".repeat(16))).isFalse();
        assertThat(Formats.isPortName("8080-tcp")).isTrue();
    }

    @Test
    void knowsTheFormsOfLabels() {
        assertThat(Formats.isLabelKey("app.kubernetes.io/name")).isTrue();
        assertThat(Formats.isLabelKey("A_b.c")).isTrue();
        assertThat(Formats.isLabelKey("/name")).isFalse();
        assertThat(Formats.isLabelKey("a/b/c")).isFalse();
        assertThat(Formats.isLabelKey("Prefix/name")).isFalse();
        assertThat(Formats.isLabelValue("")).isTrue();
        assertThat(Formats.isLabelValue("v1.2_3-A")).isTrue();
        assertThat(Formats.isLabelValue("a b")).isFalse();
        assertThat(Formats.isLabelValue("a-")).isFalse();
    }

    @Test
    void knowsTheFormsOfAddresses() {
        assertThat(Formats.isCidr("10.0.0.0/8")).isTrue();
        assertThat(Formats.isCidr("10.1.0.0/8")).isFalse();
        assertThat(Formats.isCidr("10.00.0.0/8")).isFalse();
        assertThat(Formats.isCidr("10.0.0.0/08")).isFalse();
        assertThat(Formats.isCidr("10.0.0.0")).isFalse();
        assertThat(Formats.isCidr("::/0")).isTrue();
        assertThat(Formats.isCidr("2001:db8::/32")).isTrue();
        assertThat(Formats.isCidr("2001:db8:0:1:1:1:1:1/128")).isTrue();
        assertThat(Formats.isCidr("2001:db8:0::/48")).isFalse();
        assertThat(Formats.isCidr("2001:0db8::/32")).isFalse();
        assertThat(Formats.isCidr("2001:DB8::/32")).isFalse();
        assertThat(Formats.isCidr("::ffff:a00:0/104")).isFalse();
        assertThat(Formats.isStrictPart("10.0.0.0/8", "10.1.0.0/16")).isTrue();
        assertThat(Formats.isStrictPart("10.0.0.0/8", "10.0.0.0/8")).isFalse();
        assertThat(Formats.isStrictPart("10.0.0.0/8", "11.0.0.0/16")).isFalse();
    }
}
