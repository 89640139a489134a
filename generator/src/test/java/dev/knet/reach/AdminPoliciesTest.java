package dev.knet.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.knet.testing.natives.Admin;
import dev.knet.testing.natives.Party;
import dev.knet.testing.natives.RandomAdmin;
import dev.knet.testing.natives.RandomObjects;
import dev.knet.testing.natives.Raw;
import dev.knet.testing.natives.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** ClusterNetworkPolicy and its forerunners in random clusters, packet by packet. */
final class AdminPoliciesTest {
    private static final int CLUSTERS = 1500;

    private static List<Object> policies(RandomObjects objects, RandomAdmin admin, int seed) {
        List<Object> policies = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            policies.add(admin.next(i));
        }
        for (int i = seed % 3; i < 2; i++) {
            policies.add(objects.networkPolicy(i));
        }
        return policies;
    }

    @Test
    void everyPacketOfRandomClusters() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            RandomObjects objects = new RandomObjects(new Random(seed));
            RandomObjects.Cluster cluster = objects.cluster();
            List<Object> policies = policies(objects, new RandomAdmin(objects), seed);
            Admin admin = new Admin(policies);
            List<Party> strangers =
                    List.of(objects.stranger(cluster), objects.stranger(cluster), objects.stranger(cluster));
            NativeOracle oracle = new NativeOracle(cluster, policies, admin::passes, strangers);
            boolean isExact = oracle.objects().findings().stream()
                    .noneMatch(it -> it.message().contains("not known"));
            oracle.compare(isExact);
            if (seed % 5 == 0) {
                List<Party> many = Stream.generate(() -> objects.stranger(cluster))
                        .limit(40)
                        .toList();
                oracle.compareLists(cluster.pods(), many);
            }
        }
    }

    @Test
    void randomPoliciesAreAsTheSchemaHasThem() throws IOException {
        assumeTrue(Schema.folder().isPresent(), "there are no schemas beside the project");
        Schema schema = Schema.of("policy.networking.k8s.io/clusternetworkpolicies.standard.yaml");
        for (int seed = 0; seed < 300; seed++) {
            RandomObjects objects = new RandomObjects(new Random(seed));
            for (Object policy : policies(objects, new RandomAdmin(objects), seed)) {
                if (Raw.text(policy, "kind").equals("ClusterNetworkPolicy")) {
                    assertThat(schema.violations(policy)).as(policy.toString()).isEmpty();
                }
            }
        }
    }
}
