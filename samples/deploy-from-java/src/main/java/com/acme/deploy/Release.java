package com.acme.deploy;

import com.acme.shop.Shop;
import com.acme.shop.Web;
import io.fabric8.kubernetes.api.model.KubernetesList;

/** One version of the shop on one stage: what `shop.knet` says, and what is known only now. */
final class Release {
    private static final String REGISTRY = "registry.acme.com/shop/";

    private Release() {}

    /** Everything to apply, in an order that is safe. */
    static KubernetesList of(Stage stage, String version) {
        Shop.Topology shop = Shop.topology()
                .web(web -> web.replicas(stage.replicas()).image(REGISTRY + "web:" + version))
                .orders(orders -> orders.replicas(stage.replicas()).image(REGISTRY + "orders:" + version));
        if (stage == Stage.STAGING) {
            shop.allow(Shop.web().allows(Shop.smokeTest()).on(Web.Port.HTTP));
        }
        return shop.manifests();
    }
}
