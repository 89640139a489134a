package com.acme.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.reach.Claim;
import dev.knet.reach.Connection;
import dev.knet.reach.Reachability;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who can reach whom, asked of exactly what is deployed. */
final class ReleaseTest {

    @ParameterizedTest
    @EnumSource
    void onlyTheOrdersReachTheDatabase(Stage stage) {
        assertThat(at(stage).onlyReaches("shop/orders", "shop/db", "tcp/5432")).matches(Claim.Verdict::holds);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyFromOutsideReachesTheOrders(Stage stage) {
        assertThat(at(stage).cannotReach("0.0.0.0/0", "shop/orders", "any port"))
                .matches(Claim.Verdict::holds);
    }

    @Test
    void theSmokeTestIsAllThatStagingHasMore() {
        List<String> more = connections(Stage.STAGING);
        more.removeAll(connections(Stage.PRODUCTION));

        assertThat(more)
                .containsExactly(
                        "shop/{app=smoke-test}[Pod] => kube-system/{k8s-app=kube-dns}[Pod] : TCP 53,UDP 53",
                        "shop/{app=smoke-test}[Pod] => shop/web[Deployment] : TCP 8080");
    }

    private static Reachability at(Stage stage) {
        return Reachability.of(Release.of(stage, "1.4.2"));
    }

    private static List<String> connections(Stage stage) {
        return at(stage).connections().stream()
                .map(Connection::toString)
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
