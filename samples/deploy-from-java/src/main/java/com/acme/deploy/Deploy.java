package com.acme.deploy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesList;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.List;
import java.util.Locale;

/** Deploys the shop: {@code staging 1.4.2}. */
public final class Deploy {
    private Deploy() {}

    /** The cluster is the one that {@code kubectl} would talk to. */
    public static void main(String[] args) {
        if (args.length != 2) {
            throw new IllegalArgumentException("which stage, and which version?");
        }
        KubernetesList release = Release.of(Stage.valueOf(args[0].toUpperCase(Locale.ROOT)), args[1]);
        try (KubernetesClient client = new KubernetesClientBuilder().build()) {
            apply(release, client);
            removePoliciesWithout(release, client);
        }
    }

    /** In the order of the list: policies are there before the pods that they are about. */
    static void apply(KubernetesList release, KubernetesClient client) {
        for (HasMetadata object : release.getItems()) {
            client.resource(object).fieldManager("shop-release").serverSideApply();
        }
    }

    /** What a policy allows is allowed until the policy is deleted, so those that are written no longer have to go. */
    static void removePoliciesWithout(KubernetesList release, KubernetesClient client) {
        List<NetworkPolicy> ours = client.network()
                .v1()
                .networkPolicies()
                .inAnyNamespace()
                .withLabel("app.kubernetes.io/managed-by", "knet")
                .withLabel("app.kubernetes.io/part-of", "shop")
                .list()
                .getItems();
        for (NetworkPolicy policy : ours) {
            if (release.getItems().stream().noneMatch(object -> isSame(object, policy))) {
                client.resource(policy).delete();
            }
        }
    }

    private static boolean isSame(HasMetadata one, HasMetadata other) {
        return one.getKind().equals(other.getKind())
                && one.getMetadata().getName().equals(other.getMetadata().getName())
                && one.getMetadata().getNamespace().equals(other.getMetadata().getNamespace());
    }
}
