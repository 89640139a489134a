package dev.knet.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.knet.testing.natives.Cilium;
import dev.knet.testing.natives.Party;
import dev.knet.testing.natives.RandomCilium;
import dev.knet.testing.natives.RandomObjects;
import dev.knet.testing.natives.Raw;
import dev.knet.testing.natives.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cilium's policies in random clusters, packet by packet. */
final class CiliumPoliciesTest {
    private static final int CLUSTERS = 1200;

    @Test
    void everyPacketOfRandomClusters() {
        int exact = 0;
        for (int seed = 0; seed < CLUSTERS; seed++) {
            RandomObjects objects = new RandomObjects(new Random(seed));
            RandomObjects.Cluster cluster = objects.cluster();
            List<Object> policies = new RandomCilium(objects).next();
            for (int i = seed % 3; i < 2; i++) {
                policies.add(objects.networkPolicy(i));
            }
            Cilium cilium = new Cilium(policies);
            List<Party> strangers =
                    List.of(objects.stranger(cluster), objects.stranger(cluster), objects.stranger(cluster));
            NativeOracle oracle = new NativeOracle(cluster, policies, cilium::passes, strangers);
            boolean isExact = oracle.objects().findings().stream()
                    .noneMatch(it -> it.message().contains("not known"));
            exact += isExact ? 1 : 0;
            oracle.compare(isExact);
            if (seed % 10 == 0) {
                oracle.compareLists(
                        cluster.pods(),
                        Stream.generate(() -> objects.stranger(cluster))
                                .limit(40)
                                .toList());
            }
        }
        assertThat(exact).isGreaterThan(CLUSTERS / 5);
    }

    @Test
    void randomPoliciesAreAsTheSchemasHaveThem() throws IOException {
        assumeTrue(Schema.folder().isPresent(), "there are no schemas beside the project");
        for (String kind : List.of("CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy")) {
            Schema schema = Schema.of("cilium.io/" + kind.toLowerCase(Locale.ROOT) + "_v2.json");
            for (int seed = 0; seed < 200; seed++) {
                for (Object policy : new RandomCilium(new RandomObjects(new Random(seed))).next()) {
                    if (Raw.text(policy, "kind").equals(kind)) {
                        assertThat(schema.violations(policy))
                                .as(policy.toString())
                                .isEmpty();
                    }
                }
            }
        }
    }
}
