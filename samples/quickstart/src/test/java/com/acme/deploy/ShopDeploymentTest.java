package com.acme.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.Db;
import com.acme.shop.Shop;
import com.acme.shop.Web;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ShopDeploymentTest {

    @Test
    void theManifestsHoldEverythingInTheFile() {
        assertThat(Shop.manifests().getItems())
                .extracting(
                        object -> object.getKind() + " " + object.getMetadata().getName())
                .contains(
                        "Namespace shop",
                        "NetworkPolicy deny-all",
                        "Service web-service",
                        "Service db",
                        "Deployment web",
                        "Deployment db")
                .doesNotContain("Namespace ingress-nginx");
        assertThat(Path.of("target", "knet", "shop.yaml")).isNotEmptyFile();
    }

    @Test
    void aDeploymentIsPrefilledAndCanBeChanged() {
        Deployment web = ShopDeployment.web(5);

        assertThat(web.getMetadata().getNamespace()).isEqualTo("shop");
        assertThat(web.getSpec().getReplicas()).isEqualTo(5);
        assertThat(web.getSpec().getTemplate().getSpec().getContainers())
                .singleElement()
                .satisfies(container -> {
                    assertThat(container.getImage()).isEqualTo("nginxinc/nginx-unprivileged:1.27");
                    assertThat(container.getPorts()).singleElement().satisfies(port -> {
                        assertThat(port.getName()).isEqualTo("http");
                        assertThat(port.getContainerPort()).isEqualTo(8080);
                    });
                });
    }

    @Test
    void aServiceIsPrefilledAndCanBeChanged() {
        Service service = ShopDeployment.webService("shop-team");

        assertThat(service.getMetadata().getAnnotations()).containsEntry("acme.com/team", "shop-team");
        assertThat(service.getSpec().getSelector()).isEqualTo(Map.of("app", "web"));
        ServicePort port = service.getSpec().getPorts().get(0);
        assertThat(port.getPort()).isEqualTo(80);
        assertThat(port.getTargetPort().getStrVal()).isEqualTo("http");
    }

    @Test
    void changingOneLeavesTheNextAlone() {
        Deployment before = Shop.web().deployment().build();

        ShopDeployment.web(5);

        assertThat(Shop.web().deployment().build()).isEqualTo(before);
    }

    @Test
    void onlyTheWebServerMayEnterTheDatabase() {
        List<NetworkPolicyIngressRule> rules = Shop.manifests().getItems().stream()
                .filter(NetworkPolicy.class::isInstance)
                .map(NetworkPolicy.class::cast)
                .filter(policy -> Map.of("app", "db")
                        .equals(policy.getSpec().getPodSelector().getMatchLabels()))
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .toList();

        assertThat(rules).singleElement().satisfies(rule -> {
            NetworkPolicyPeer from = rule.getFrom().get(0);
            assertThat(rule.getFrom()).hasSize(1);
            assertThat(from.getPodSelector().getMatchLabels()).isEqualTo(Map.of("app", "web"));
            assertThat(rule.getPorts()).hasSize(1);
        });
    }

    @Test
    @DisplayName("the database is found at " + Shop.DB_SERVICE_HOST)
    void hostsAreConstants() {
        assertThat(Shop.WEB_SERVICE_HOST).isEqualTo("web-service.shop.svc");
        assertThat(ShopDeployment.DB_URI).isEqualTo("redis://db.shop.svc:6379");
    }

    @Test
    void portsAreConstants() {
        assertThat(Web.Port.values()).containsExactly(Web.Port.HTTP);
        assertThat(Db.Port.values()).containsExactly(Db.Port.REDIS);
    }

    @Test
    void everythingOfTheShopIsInItsNamespace() {
        assertThat(Shop.manifests().getItems())
                .filteredOn(object -> !object.getKind().equals("Namespace"))
                .extracting(HasMetadata::getMetadata)
                .allSatisfy(metadata -> assertThat(metadata.getNamespace()).isEqualTo("shop"));
    }
}
