package dev.knet.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Did you mean". */
final class NearMissesTest {

    @ParameterizedTest
    @CsvSource({
        "frontent, frontend",
        "fronted, frontend",
        "frontendd, frontend",
        "forntend, frontend",
        "frntnd, frontend",
        "Frontend, frontend",
        "fb, db"
    })
    void near(String wrong, String right) {
        assertThat(NearMisses.help(wrong, List.of("payment", right, "x"))).contains("did you mean `" + right + "`?");
    }

    @ParameterizedTest
    @CsvSource({"frontend, backend", "db, web", "a, b", "web, api", "frontend, front"})
    void far(String wrong, String name) {
        assertThat(NearMisses.help(wrong, List.of(name))).isEmpty();
    }

    @Test
    void allOfTheNearestSorted() {
        assertThat(NearMisses.help("web1", List.of("web3", "web2", "web12", "webxx", "x")))
                .contains("did you mean `web12` or `web2` or `web3`?");
        assertThat(NearMisses.help("webs1", List.of("webs", "web1", "web2")))
                .contains("did you mean `web1` or `webs`?");
    }

    @Test
    void noFartherThanAsked() {
        assertThat(NearMisses.help("http", List.of("sctp", "tcp"), 1)).isEmpty();
        assertThat(NearMisses.help("tpc", List.of("sctp", "tcp"), 1)).contains("did you mean `tcp`?");
        assertThat(NearMisses.help("frontend", List.of("fromten"), 3)).contains("did you mean `fromten`?");
    }

    @Test
    void longNamesAreNotCompared() {
        assertThat(NearMisses.help("a".repeat(1_000_000), List.of("a".repeat(1_000_001))))
                .isEmpty();
        assertThat(NearMisses.help("a", List.of())).isEmpty();
    }
}
