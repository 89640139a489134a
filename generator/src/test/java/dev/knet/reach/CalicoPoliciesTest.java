package dev.knet.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.knet.testing.natives.Calico;
import dev.knet.testing.natives.Party;
import dev.knet.testing.natives.RandomCalico;
import dev.knet.testing.natives.RandomObjects;
import dev.knet.testing.natives.Raw;
import dev.knet.testing.natives.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Calico's policies in random clusters, packet by packet. */
final class CalicoPoliciesTest {
    private static final int CLUSTERS = 800;

    @Test
    void everyPacketOfRandomClusters() {
        int exact = 0;
        for (int seed = 0; seed < CLUSTERS; seed++) {
            RandomObjects objects = new RandomObjects(new Random(seed));
            RandomObjects.Cluster cluster = objects.cluster();
            RandomCalico random = new RandomCalico(objects, cluster);
            List<Object> policies = random.next();
            for (int i = seed % 3; i < 2; i++) {
                policies.add(objects.networkPolicy(i));
            }
            Calico calico = new Calico(policies, random);
            List<Party> strangers =
                    List.of(objects.stranger(cluster), objects.stranger(cluster), objects.stranger(cluster));
            NativeOracle oracle = new NativeOracle(cluster, policies, calico::passes, strangers);
            boolean isExact = oracle.objects().findings().stream()
                            .noneMatch(it -> it.message().contains("not known"))
                    && policies.stream().noneMatch(it -> it.toString().contains("services="));
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
        assertThat(exact).isGreaterThan(CLUSTERS / 20);
    }

    @Test
    void randomPoliciesAreAsTheSchemasHaveThem() throws IOException {
        assumeTrue(Schema.folder().isPresent(), "there are no schemas beside the project");
        for (String kind : List.of("NetworkPolicy", "GlobalNetworkPolicy", "NetworkSet", "GlobalNetworkSet", "Tier")) {
            Schema schema = Schema.of("projectcalico.org/" + kind.toLowerCase(Locale.ROOT) + "_v3.json");
            for (int seed = 0; seed < 200; seed++) {
                RandomObjects objects = new RandomObjects(new Random(seed));
                for (Object policy : new RandomCalico(objects, objects.cluster()).next()) {
                    if (Raw.text(policy, "kind").equals(kind)
                            && Raw.text(policy, "apiVersion").startsWith("projectcalico")) {
                        assertThat(schema.violations(policy))
                                .as(policy.toString())
                                .isEmpty();
                    }
                }
            }
        }
    }
}
