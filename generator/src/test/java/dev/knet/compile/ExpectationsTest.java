package dev.knet.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.model.Expectation;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Topology;
import dev.knet.parse.Parser;
import dev.knet.resolve.Resolved;
import dev.knet.source.SourceFile;
import dev.knet.testing.Case;
import dev.knet.testing.Resolving;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What expectations mean, and that nothing that is written knows of them. */
final class ExpectationsTest {
    private static final String THINGS = """
            deployment web { image "w:1"; port http tcp/8080; port udp/53 }
            deployment db { image "d:1"; port sql tcp/5432 }
            deployment any-port { image "a:1" }
            service web for web on tcp/80 -> http
            """;

    /** Expectations stand on lines of their own there. */
    private static final Pattern EXPECTATION = Pattern.compile("(?m)^ *expect (?!reaches ).*$");

    static Stream<Case> cases() {
        return Case.accepted().stream()
                .filter(it -> it.sources().values().stream()
                        .anyMatch(text -> EXPECTATION.matcher(text).find()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingIsWrittenForThem(Case it) {
        Map<String, String> without = new LinkedHashMap<>();
        it.sources()
                .forEach((name, text) ->
                        without.put(name, EXPECTATION.matcher(text).replaceAll("")));
        assertThat(without).isNotEqualTo(it.sources());
        assertThat(Case.artifacts(it.compile(without))).isEqualTo(Case.artifacts(it.compile()));
    }

    @Test
    void thereAreSuchCases() {
        assertThat(cases()).hasSizeGreaterThan(3);
    }

    @Test
    void whatIsLeftOutIsWhatTheTargetDeclares() {
        assertThat(read("expect db reaches web")).containsExactly("REACHES db -> web on tcp/8080, udp/53");
        assertThat(read("expect only db reaches web")).containsExactly("ONLY db -> web on tcp/8080, udp/53");
        assertThat(read("expect web reaches web, db"))
                .containsExactly("REACHES web -> web on tcp/8080, udp/53; db on tcp/5432");
        assertThat(read("expect db reaches service web")).containsExactly("REACHES db -> web on tcp/http");
    }

    @Test
    void whatIsLeftOutOfWhatCannotBeIsEveryPort() {
        assertThat(read("expect db cannot reach web, service web, any-port"))
                .containsExactly("CANNOT_REACH db -> web, web, any-port on any port");
        assertThat(read("expect db cannot reach service web on any port"))
                .containsExactly("CANNOT_REACH db -> web on any port");
        assertThat(read("ports everything = any port; expect db cannot reach service web on everything"))
                .containsExactly("CANNOT_REACH db -> web on any port");
    }

    @Test
    void whatIsDeniedByAListIsEveryPortToo() {
        Topology topology = topology("ports everything = any port; service web denies db on everything");
        assertThat(topology.denials().get(0).openings())
                .singleElement()
                .satisfies(opening -> assertThat(opening.ports().any()).isTrue());
    }

    @Test
    void whatCannotBeMayNameAnyNumber() {
        assertThat(read("expect db cannot reach web on tcp/22, tcp/8000-8100"))
                .containsExactly("CANNOT_REACH db -> web on tcp/22, tcp/8000-8100");
        assertThat(read("expect db cannot reach dns on tcp/22")).containsExactly("CANNOT_REACH db -> pods on tcp/22");
        assertThat(read("expect db cannot reach service web on tcp/80"))
                .containsExactly("CANNOT_REACH db -> web on tcp/http");
    }

    @Test
    void anythingMayStandAtTheEnds() {
        assertThat(read("expect anyone, 10.0.0.0/8, pods(a=b) cannot reach any namespace"))
                .containsExactly("CANNOT_REACH anyone, addresses, pods -> pods on any port");
        assertThat(read("expect web reaches anyone on tcp/443")).containsExactly("REACHES web -> anyone on tcp/443");
    }

    @Test
    void theReasonIsKept() {
        Expectation expectation = topology("expect db cannot reach web because \"why\" until 2027-03-31")
                .expectations()
                .get(0);
        assertThat(expectation.motive().reason()).contains("why");
        assertThat(expectation.motive().end()).isPresent();
        assertThat(expectation.text()).isEqualTo("expect db cannot reach web because \"why\" until 2027-03-31");
        assertThat(expectation.span().text()).isEqualTo(expectation.text());
    }

    @Test
    void theyPermitNothingAndIsolateNobody() {
        Topology topology = topology("expect db reaches web; expect only web reaches db; expect web cannot reach db");
        assertThat(topology.expectations()).hasSize(3);
        assertThat(topology.permissions()).isEmpty();
        assertThat(topology.denials()).isEmpty();
        assertThat(topology.isolations()).isEmpty();
    }

    private static List<String> read(String statement) {
        List<String> read = new ArrayList<>();
        for (Expectation expectation : topology(statement).expectations()) {
            List<String> openings = new ArrayList<>();
            for (Permission.Opening opening : expectation.openings()) {
                openings.add(names(opening.targets()) + " on " + opening.ports().text());
            }
            read.add(expectation.claim() + " " + names(expectation.sources()) + " -> " + String.join("; ", openings));
        }
        return read;
    }

    private static String names(List<Peer> peers) {
        return String.join(
                ", ",
                peers.stream()
                        .map(peer -> peer.fold(
                                pods -> pods.workload().map(it -> it.name()).orElse("pods"),
                                addresses -> "addresses",
                                anyone -> "anyone"))
                        .toList());
    }

    private static Topology topology(String statement) {
        Resolved resolved = Resolving.of(Parser.parse(SourceFile.of("shop.knet", THINGS + statement)));
        assertThat(resolved.diagnostics()).isEmpty();
        return Resolving.topology(resolved);
    }
}
