package com.acme.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What arrives at an API server, and what does not stay there. */
final class DeployTest {
    private final ApiServer server = new ApiServer();
    private final KubernetesClient client = server.client();

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void everythingIsAppliedInOrder() {
        Deploy.apply(Release.of(Stage.PRODUCTION, "1.4.2"), client);

        assertThat(server.applied())
                .containsExactly(
                        "/api/v1/namespaces/shop",
                        "/apis/networking.k8s.io/v1/namespaces/shop/networkpolicies/allow-db",
                        "/apis/networking.k8s.io/v1/namespaces/shop/networkpolicies/allow-dns",
                        "/apis/networking.k8s.io/v1/namespaces/shop/networkpolicies/allow-orders",
                        "/apis/networking.k8s.io/v1/namespaces/shop/networkpolicies/allow-web",
                        "/apis/networking.k8s.io/v1/namespaces/shop/networkpolicies/deny-all",
                        "/api/v1/namespaces/shop/services/db",
                        "/api/v1/namespaces/shop/services/orders",
                        "/api/v1/namespaces/shop/services/web",
                        "/apis/apps/v1/namespaces/shop/statefulsets/db",
                        "/apis/apps/v1/namespaces/shop/deployments/orders",
                        "/apis/apps/v1/namespaces/shop/deployments/web");
    }

    @Test
    void theNextVersionTakesThePlaceOfTheLast() {
        Deploy.apply(Release.of(Stage.PRODUCTION, "1.4.2"), client);
        Deploy.apply(Release.of(Stage.PRODUCTION, "1.4.3"), client);

        List<Deployment> deployments =
                client.apps().deployments().inNamespace("shop").list().getItems();
        assertThat(deployments).hasSize(2).allSatisfy(deployment -> {
            assertThat(deployment.getSpec().getReplicas()).isEqualTo(4);
            assertThat(deployment.getSpec().getTemplate().getSpec().getContainers())
                    .singleElement()
                    .satisfies(container -> assertThat(container.getImage()).endsWith(":1.4.3"));
        });
    }

    @Test
    void whatIsNotAllowedAnyMoreDoesNotStay() {
        Deploy.apply(Release.of(Stage.STAGING, "1.4.2"), client);
        assertThat(policies())
                .anyMatch(name -> name.startsWith("allow-smoke-test-to-web-on-tcp-8080."))
                .anyMatch(name -> name.startsWith("allow-web-from-smoke-test-on-tcp-8080."));

        Deploy.removePoliciesWithout(Release.of(Stage.PRODUCTION, "1.4.2"), client);

        assertThat(policies())
                .containsExactlyInAnyOrder("allow-db", "allow-dns", "allow-orders", "allow-web", "deny-all");
    }

    private List<String> policies() {
        return client.network().v1().networkPolicies().inNamespace("shop").list().getItems().stream()
                .map(policy -> policy.getMetadata().getName())
                .toList();
    }
}
