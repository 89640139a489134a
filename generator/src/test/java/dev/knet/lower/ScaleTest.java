package dev.knet.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.testing.LargeTopology;
import dev.knet.testing.Lowered;
import dev.knet.testing.apiserver.ApiServer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written grows with what is said, not with its square. */
final class ScaleTest {
    private static final int SOME = 250;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twiceTheTopologyIsTwiceTheRules(boolean isolatedAsAWhole) {
        int some = rules(lowered(SOME, isolatedAsAWhole));
        int twice = rules(lowered(2 * SOME, isolatedAsAWhole));
        assertThat(some).isGreaterThan(SOME * 3);
        assertThat(twice).isLessThanOrEqualTo(2 * some);
    }

    /** A namespace that is isolated as a whole needs one rule for everybody, not one for each workload. */
    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1000})
    void anyoneCostsTheSameInANamespaceOfAnySize(int workloads) {
        NetworkPolicy everybody = lowered(workloads, true).policies().stream()
                .filter(policy -> policy.getMetadata().getName().equals("allow-pods"))
                .findFirst()
                .orElseThrow();
        assertThat(everybody.getSpec().getIngress()).hasSize(5);
        assertThat(everybody.getSpec().getEgress()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void largeTopologiesAreValid(boolean isolatedAsAWhole) {
        assertThat(ApiServer.violations(lowered(2000, isolatedAsAWhole).objects()))
                .isEmpty();
    }

    private static Lowered lowered(int workloads, boolean isolatedAsAWhole) {
        return Lowered.of("large.knet", LargeTopology.text(workloads, isolatedAsAWhole), new ArrayList<>())
                .orElseThrow();
    }

    private static int rules(Lowered lowered) {
        return lowered.policies().stream()
                .mapToInt(policy -> policy.getSpec().getIngress().size()
                        + policy.getSpec().getEgress().size())
                .sum();
    }
}
