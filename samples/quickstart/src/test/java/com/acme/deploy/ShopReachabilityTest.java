package com.acme.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.Shop;
import dev.knet.reach.Claim;
import dev.knet.reach.Reachability;
import org.junit.jupiter.api.Test;

/** Who can reach the database, asked of what is deployed. */
final class ShopReachabilityTest {
    private final Reachability shop = Reachability.of(Shop.manifests());

    @Test
    void onlyTheWebServerReachesTheDatabase() {
        assertThat(shop.onlyReaches("shop/web", "service shop/db", "tcp/6379")).matches(Claim.Verdict::holds);
    }

    @Test
    void nothingOutsideReachesTheDatabase() {
        assertThat(shop.cannotReach("0.0.0.0/0, ::/0", "shop/db", "any port")).matches(Claim.Verdict::holds);
    }

    @Test
    void theIngressControllerReachesTheWebServer() {
        assertThat(shop.reaches("namespace ingress-nginx", "shop/web", "http")).matches(Claim.Verdict::holds);
        assertThat(shop.reaches("namespace ingress-nginx", "shop/db", "tcp/6379")
                        .toString())
                .isEqualTo("ingress-nginx/*[Pod] cannot connect to shop/db[Deployment] on TCP 6379");
    }
}
