package dev.knet.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.read.ManifestReader;
import dev.knet.reach.read.ManifestReader.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be asked of a cluster, and how it answers. Whether the answers are right, others test with random clusters. */
final class ReachabilityTest {
    private static final String SHOP = """
            {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {team: shop}}}
            ---
            {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, spec: {template: {
              metadata: {labels: {app: web}}, spec: {containers: [{name: c, ports: [{name: http, containerPort: 8080}]}]}}}}
            ---
            {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db, namespace: shop}, spec: {template: {
              metadata: {labels: {app: db}}, spec: {containers: [{name: c}]}}}}
            ---
            {apiVersion: v1, kind: Service, metadata: {name: front, namespace: shop}, spec: {
              selector: {app: web}, ports: [{port: 80, targetPort: http}]}}
            ---
            {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: db, namespace: shop}, spec: {
              podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress, Egress],
              ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 5432}]}]}}
            ---
            {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: web, namespace: shop}, spec: {
              podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress],
              ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: http}]}]}}
            """;

    private final Reachability shop = of(SHOP);

    private static Reachability of(String yaml) {
        return Reachability.of(objects(yaml));
    }

    private static ClusterObjects objects(String yaml) {
        return ManifestReader.read(List.of(new Source("shop.yaml", yaml.getBytes(StandardCharsets.UTF_8))), "default");
    }

    @Test
    void listsEveryConnection() {
        assertThat(Reachability.of(objects(SHOP), new Reachability.Options(false, false, List.of()))
                        .connections())
                .extracting(Connection::toString)
                .containsExactly(
                        "10.0.0.0-10.255.255.255[External] => shop/web[Deployment] : TCP 8080",
                        "shop/web[Deployment] => 0.0.0.0-255.255.255.255[External] : All Connections",
                        "shop/web[Deployment] => shop/db[StatefulSet] : TCP 5432");
    }

    @Test
    void listsPodsThatCouldRun() {
        assertThat(shop.connections())
                .extracting(Connection::toString)
                .contains("shop/web[Deployment] => */*[Pod] : All Connections")
                .doesNotContain("*/*[Pod] => shop/db[StatefulSet] : TCP 5432");
    }

    @Test
    void findsEndsByTheirNames() {
        assertThat(shop.find("web")).extracting(End::text).containsExactly("shop/web[Deployment]");
        assertThat(shop.find("shop/db[StatefulSet]")).hasSize(1);
        assertThat(shop.find("service shop/front")).extracting(End::text).containsExactly("shop/web[Deployment]");
        assertThat(shop.find("10.1.2.3")).extracting(End::text).containsExactly("10.0.0.0-10.255.255.255[External]");
        assertThat(shop.find("*/*[Pod]")).hasSize(1);
        assertThat(shop.find("nobody")).isEmpty();
    }

    @Test
    void findsPodsByTheirOwnNames() {
        String pod = "---\n{apiVersion: v1, kind: Pod, metadata: {name: web-7f9-%s, namespace: shop, labels: {app: web,"
                + " pod-template-hash: 7f9}, ownerReferences: [{kind: ReplicaSet, name: web-7f9, controller: true}]}}\n";
        Reachability cluster =
                of(pod.formatted("a") + pod.formatted("b") + pod.formatted("c").replace("app: web", "app: job"));
        for (String name : List.of("web-7f9-a", "shop/web-7f9-b", "web-7f9-c", "web")) {
            assertThat(cluster.find(name)).extracting(End::text).containsExactly("shop/web[Deployment]");
        }
        assertThat(cluster.find("web-7f9")).isEmpty();
        assertThat(cluster.find("other/web-7f9-a")).isEmpty();
    }

    @Test
    void saysOnWhatTwoEndsConnect() {
        assertThat(shop.between(shop.find("web").get(0), shop.find("db").get(0)))
                .hasToString("TCP 5432");
        assertThat(shop.between(shop.find("db").get(0), shop.find("web").get(0)))
                .hasToString("No Connections");
    }

    @Test
    void answersTheQuestionsOfExpectations() {
        assertThat(shop.reaches("shop/web", "db", "tcp/5432").holds()).isTrue();
        assertThat(shop.onlyReaches("web", "db", "any port"))
                .hasToString("shop/web[Deployment] cannot connect to "
                        + "shop/db[StatefulSet] on SCTP 1-65535,TCP 1-5431,5433-65535,UDP 1-65535,others");
        assertThat(shop.onlyReaches("web", "db", "tcp/5432").holds()).isTrue();
        assertThat(shop.onlyReaches("10.0.0.0/8", "service front", "tcp/80").holds())
                .isTrue();
        assertThat(shop.onlyReaches("10.0.0.0/9", "service front", "tcp/80"))
                .hasToString("10.128.0.0-10.255.255.255[External] can connect to shop/web[Deployment] on TCP 8080");
        assertThat(shop.cannotReach("0.0.0.0/0, any namespace", "db", "udp, sctp")
                        .holds())
                .isTrue();
        assertThat(shop.cannotReach("namespace shop", "db", "tcp/5000-6000"))
                .hasToString("shop/web[Deployment] can connect to shop/db[StatefulSet] on TCP 5432");
        assertThat(shop.reaches("anyone", "web", "http").holds()).isFalse();
    }

    @Test
    void refusesQuestionsThatMeanNothing() {
        assertThatThrownBy(() -> shop.reaches("nobody", "db", "tcp/1")).hasMessageContaining("no `nobody`");
        assertThatThrownBy(() -> shop.reaches("web", "db", "tcp/99999")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> shop.reaches("web", "db", "tcp:1")).hasMessageContaining("`tcp:1` is no port");
        assertThatThrownBy(() -> shop.reaches("web", "service front", "tcp/81"))
                .hasMessageContaining("service `front` has no port `tcp/81`");
    }

    @Test
    void refusesManifestsThatCannotBeRead() {
        assertThatThrownBy(() -> of("kind: Pod\n---\n[1]")).hasMessageContaining("shop.yaml:1");
    }
}
