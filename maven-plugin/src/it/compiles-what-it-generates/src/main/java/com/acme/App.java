package com.acme;

import com.acme.shop.Shop;
import io.fabric8.kubernetes.api.model.apps.Deployment;

public final class App {

    private App() {}

    public static Deployment web() {
        return Shop.web().deployment().editSpec().withReplicas(3).endSpec().build();
    }
}
