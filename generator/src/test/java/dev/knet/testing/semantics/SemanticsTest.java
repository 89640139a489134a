package dev.knet.testing.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.knet.testing.Case;
import dev.knet.testing.Lowered;
import dev.knet.testing.apiserver.ApiServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The policies of a topology do what its sentences mean, and an API server accepts them. For every pair of pods and
 * addresses and every kind of port, one evaluator of the sentences and one of the objects say the same.
 * {@code -Dknet.topologies=100000} looks longer, {@code -Dknet.seed=7} at one topology only.
 */
final class SemanticsTest {
    private static final int TOPOLOGIES = Integer.getInteger("knet.topologies", 2000);
    private static final Integer SEED = Integer.getInteger("knet.seed");

    @TestFactory
    Stream<DynamicTest> casesDoWhatTheirSentencesMean() {
        return Case.accepted().stream()
                .filter(Case::isOfSeparateFiles)
                .map(it -> DynamicTest.dynamicTest(it.name(), () -> {
                    it.sources().forEach((name, text) -> {
                        Lowered lowered =
                                Lowered.of(name, text, new ArrayList<>()).orElseThrow();
                        assertThat(ApiServer.violations(lowered.objects())).isEmpty();
                        for (int seed = 0; seed < 3; seed++) {
                            assertThat(Comparison.of(lowered, seed).difference())
                                    .isEmpty();
                        }
                    });
                }));
    }

    @Test
    void randomTopologiesDoWhatTheirSentencesMean() {
        int first = SEED == null ? 0 : SEED;
        int last = SEED == null ? TOPOLOGIES : SEED + 1;
        int compiled = 0;
        int narrowed = 0;
        long open = 0;
        long closed = 0;
        for (int seed = first; seed < last; seed++) {
            Optional<Candidate> candidate = Candidate.repaired(RandomTopology.of(seed));
            if (candidate.isPresent()) {
                Comparison comparison = check(candidate.get(), seed);
                compiled++;
                narrowed += isNarrowed(candidate.get()) ? 1 : 0;
                open += comparison.open();
                closed += comparison.closed();
            }
        }
        assertThat(compiled).as("topologies that compile").isGreaterThanOrEqualTo((last - first) * 9 / 10);
        assertThat(narrowed)
                .as("topologies in which a denial takes something away")
                .isGreaterThanOrEqualTo((last - first) / 20);
        assertThat(closed).as("closed, beside %s open", open).isGreaterThan(SEED == null ? open / 4 : -1);
        assertThat(open).as("open, beside %s closed", closed).isGreaterThan(SEED == null ? closed / 4 : -1);
    }

    private static boolean isNarrowed(Candidate candidate) {
        return candidate.lowered().manifests().policies().stream()
                .flatMap(it -> Stream.of(it.ingressSentences(), it.egressSentences(), List.of(it.sentences())))
                .flatMap(List::stream)
                .flatMap(List::stream)
                .anyMatch(sentence -> sentence.contains(" denies "));
    }

    private static Comparison check(Candidate candidate, long seed) {
        Comparison comparison = Comparison.of(candidate.lowered(), seed);
        if (comparison.difference().isPresent() || !violations(candidate).isEmpty()) {
            Candidate smallest =
                    candidate.smallest(smaller -> problem(smaller, seed).isPresent());
            fail("seed " + seed + "\n" + problem(smallest, seed).orElseThrow() + "\n\n"
                    + smallest.lowered().text());
        }
        return comparison;
    }

    private static Optional<String> problem(Candidate candidate, long seed) {
        List<String> violations = violations(candidate);
        return violations.isEmpty()
                ? Comparison.of(candidate.lowered(), seed).difference()
                : Optional.of(violations.get(0));
    }

    private static List<String> violations(Candidate candidate) {
        return ApiServer.violations(candidate.lowered().objects());
    }
}
