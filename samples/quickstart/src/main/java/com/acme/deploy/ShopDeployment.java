package com.acme.deploy;

import com.acme.shop.Shop;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;

/** Deploys the shop from Java: what `shop.knet` says is there already, only what differs is written here. */
public final class ShopDeployment {

    /** Where the application finds its database; a constant, because the host is one. */
    public static final String DB_URI = "redis://" + Shop.DB_SERVICE_HOST + ":6379";

    private ShopDeployment() {}

    /** The web server, as many times as a stage needs it. */
    public static Deployment web(int replicas) {
        return Shop.web()
                .deployment()
                .editSpec()
                .withReplicas(replicas)
                .endSpec()
                .build();
    }

    /** The web server's service, with a note of who answers for it. */
    public static Service webService(String team) {
        return Shop.webService()
                .service()
                .editMetadata()
                .addToAnnotations("acme.com/team", team)
                .endMetadata()
                .build();
    }

    /** Prints what a deployment of the shop consists of. */
    public static void main(String[] args) {
        for (HasMetadata object : Shop.manifests().getItems()) {
            System.out.println(object.getKind() + " " + object.getMetadata().getName());
        }
    }
}
