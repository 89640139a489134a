package dev.knet.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesList;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the design of the API shows of its use compiles just so, and does what it says there. */
class UsageTest {
    private static final String TEXT = """
            package com.acme.shop
            topology shop

            namespace shop {
              deployment web { image "nginx:1.26"; env MODE = "live"; port http tcp/8080 }
              pod client { image "busybox" }
              deployment api { image "api:1"; port http tcp/8081 }
              deployment db { image "db:1"; port sql tcp/5432 }
              service web-service for web nodeport on tcp/80 -> http
              service db for db on tcp/5432
              deny all
            }
            """;

    private static final String CALLER = """
            package org.other;
            import com.acme.shop.Db;
            import com.acme.shop.Shop;
            import com.acme.shop.Web;
            import io.fabric8.kubernetes.api.model.KubernetesList;
            import io.fabric8.kubernetes.api.model.Service;
            import io.fabric8.kubernetes.api.model.apps.Deployment;
            import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
            import java.util.List;
            /** Of a test. */
            public final class Caller {
                private Caller() {}
                /** {@return everything} */
                public static KubernetesList all() {
                    return Shop.manifests();
                }
                /** {@return one thing} */
                public static Deployment web() {
                    return Shop.web().deployment().editSpec().withReplicas(5).endSpec().build();
                }
                /** {@return another} */
                public static Service service() {
                    return Shop.webService().service().build();
                }
                /** {@return the topology, changed} */
                public static KubernetesList tuned() {
                    return Shop.topology()
                        .web(w -> w.replicas(5).image("nginx:1.27.3").env("MODE", "canary"))
                        .webService(s -> s.nodePort(Web.Port.HTTP, 30080))
                        .manifests();
                }
                /** {@return policies} */
                public static List<NetworkPolicy> policies() {
                    return Shop.web().allows(Shop.client()).on(Web.Port.HTTP).policies();
                }
                /** {@return the topology with a sentence more} */
                public static KubernetesList more() {
                    return Shop.topology()
                        .allow(Shop.api().reaches(Shop.db()).on(Db.Port.SQL))
                        .manifests();
                }
                /** {@return a constant} */
                @SuppressWarnings(Shop.DB_SERVICE_HOST)
                public static String host() {
                    return Shop.DB_SERVICE_HOST;
                }
            }
            """;

    private static Sample sample;
    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        sample = Sample.of(TEXT);
        Map<String, String> sources = Compiled.sources(sample.java());
        sources.put("org/other/Caller.java", CALLER);
        compiled = Compiled.of(sources);
    }

    private static List<HasMetadata> items(String method) {
        return ((KubernetesList) compiled.call("org.other.Caller", method)).getItems();
    }

    private static <T extends HasMetadata> T one(List<HasMetadata> items, Class<T> type, String name) {
        return items.stream()
                .filter(item ->
                        type.isInstance(item) && item.getMetadata().getName().equals(name))
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everythingIsWhatTheYamlSays() {
        assertThat(items("all")).isEqualTo(sample.objects());
    }

    @Test
    void oneThingIsThatOfTheYaml() {
        Deployment web = (Deployment) compiled.call("org.other.Caller", "web");
        assertThat(web.getSpec().getReplicas()).isEqualTo(5);
        web.getSpec().setReplicas(null);
        assertThat(web).isEqualTo(one(sample.objects(), Deployment.class, "web"));
        assertThat(compiled.call("org.other.Caller", "service"))
                .isEqualTo(one(sample.objects(), Service.class, "web-service"));
    }

    @Test
    void whatIsChangedIs() {
        List<HasMetadata> tuned = items("tuned");
        Deployment web = one(tuned, Deployment.class, "web");
        Container container =
                web.getSpec().getTemplate().getSpec().getContainers().get(0);
        assertThat(web.getSpec().getReplicas()).isEqualTo(5);
        assertThat(container.getImage()).isEqualTo("nginx:1.27.3");
        assertThat(container.getEnv()).hasSize(1).allMatch(it -> it.getValue().equals("canary"));
        assertThat(one(tuned, Service.class, "web-service").getSpec().getPorts())
                .allMatch(port -> port.getNodePort() == 30_080);
        List<HasMetadata> others = new ArrayList<>(tuned);
        others.removeIf(it ->
                it == web || it instanceof Service && it.getMetadata().getName().equals("web-service"));
        assertThat(sample.objects()).containsAll(others).hasSize(others.size() + 2);
    }

    @Test
    void aSentenceIsAPolicyAtEitherEnd() {
        List<?> policies = (List<?>) compiled.call("org.other.Caller", "policies");
        assertThat(policies.stream()
                        .map(Serialization::asYaml)
                        .map(yaml -> yaml.replaceFirst("[.][0-9a-f]{10}\"", ".DIGEST\""))
                        .toList())
                .containsExactly("""
                        ---
                        apiVersion: "networking.k8s.io/v1"
                        kind: "NetworkPolicy"
                        metadata:
                          labels:
                            app.kubernetes.io/managed-by: "knet"
                            app.kubernetes.io/part-of: "shop"
                          name: "allow-client-to-web-on-tcp-8080.DIGEST"
                          namespace: "shop"
                        spec:
                          egress:
                          - ports:
                            - port: 8080
                              protocol: "TCP"
                            to:
                            - podSelector:
                                matchLabels:
                                  app: "web"
                          - ports:
                            - port: 53
                              protocol: "TCP"
                            - port: 53
                              protocol: "UDP"
                            to:
                            - namespaceSelector:
                                matchLabels:
                                  kubernetes.io/metadata.name: "kube-system"
                              podSelector:
                                matchLabels:
                                  k8s-app: "kube-dns"
                          podSelector:
                            matchLabels:
                              app: "client"
                          policyTypes:
                          - "Egress"
                        """, """
                        ---
                        apiVersion: "networking.k8s.io/v1"
                        kind: "NetworkPolicy"
                        metadata:
                          labels:
                            app.kubernetes.io/managed-by: "knet"
                            app.kubernetes.io/part-of: "shop"
                          name: "allow-web-from-client-on-tcp-8080.DIGEST"
                          namespace: "shop"
                        spec:
                          ingress:
                          - from:
                            - podSelector:
                                matchLabels:
                                  app: "client"
                            ports:
                            - port: 8080
                              protocol: "TCP"
                          podSelector:
                            matchLabels:
                              app: "web"
                          policyTypes:
                          - "Ingress"
                        """);
    }

    @Test
    void aSentenceOfTheTopologyStandsBehindThePoliciesOfTheFile() {
        List<HasMetadata> more = new ArrayList<>(items("more"));
        assertThat(more.removeAll(sample.objects())).isTrue();
        assertThat(more.stream().map(it -> it.getMetadata().getName()))
                .satisfiesExactly(
                        name -> assertThat(name).startsWith("allow-api-to-db-on-tcp-5432."),
                        name -> assertThat(name).startsWith("allow-db-from-api-on-tcp-5432."));
        List<HasMetadata> all = items("more");
        int first = all.indexOf(more.get(0));
        assertThat(all.get(first - 1)).isInstanceOf(NetworkPolicy.class);
        assertThat(all.get(first + 2)).isInstanceOf(Service.class);
    }

    @Test
    void aHostIsAConstant() {
        assertThat(compiled.call("org.other.Caller", "host")).isEqualTo("db.shop.svc");
    }
}
