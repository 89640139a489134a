package dev.knet.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.compile.CompileRequest;
import dev.knet.compile.CompileResult;
import dev.knet.compile.Compiler;
import dev.knet.emit.Artifact;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the generated classes offer, called as a user calls it. */
class GeneratedApiTest {
    private static final String FACADE = "com.acme.everything.Everything";
    private static Compiled api;

    @BeforeAll
    static void compile() {
        api = Sample.of(Everything.TEXT).compiled();
    }

    @Test
    void eachThingHasThePrefilledBuilderOfItsKind() {
        assertThat(api.call(FACADE, "web", "deployment")).isInstanceOf(DeploymentBuilder.class);
        assertThat(api.call(FACADE, "client", "pod")).isInstanceOf(PodBuilder.class);
        assertThat(api.call(FACADE, "queue", "statefulSet")).isInstanceOf(StatefulSetBuilder.class);
        assertThat(api.call(FACADE, "agent", "daemonSet")).isInstanceOf(DaemonSetBuilder.class);
        assertThat(api.call(FACADE, "migrate", "job")).isInstanceOf(JobBuilder.class);
        assertThat(api.call(FACADE, "tidy", "cronJob")).isInstanceOf(CronJobBuilder.class);
        assertThat(api.call(FACADE, "queueAccount", "serviceAccount")).isInstanceOf(ServiceAccountBuilder.class);
        assertThat(api.call(FACADE, "webPublic", "service")).isInstanceOf(ServiceBuilder.class);
        assertThat(api.call(FACADE, "shopNamespace", "namespace")).isInstanceOf(NamespaceBuilder.class);
        DeploymentBuilder web = (DeploymentBuilder) api.call(FACADE, "web", "deployment");
        assertThat(web.editSpec().withReplicas(5).endSpec().build().getSpec().getReplicas())
                .isEqualTo(5);
        assertThat(((DeploymentBuilder) api.call(FACADE, "web", "deployment"))
                        .buildSpec()
                        .getReplicas())
                .isZero();
    }

    @Test
    void onlyAccountsThatAreMadeHaveAClass() {
        assertThat(api.types())
                .contains("com.acme.everything.QueueAccount")
                .doesNotContain("com.acme.everything.AgentAccount", "com.acme.everything.DefaultAccount");
        assertThat(methods("QueueAccount")).containsExactly("serviceAccount");
    }

    @Test
    void whatIsThereAlreadyHasNoBuilder() {
        // Whom it may reach if it were isolated cannot be told: its namespace's labels are not known.
        assertThat(methods("Prometheus")).containsOnly("policies", "allows");
        assertThat(methods("Outsider")).containsOnly("pod", "policies");
        assertThat(methods("KubeSystemNamespace")).containsExactly("policies");
        assertThat(methods("Everything$Topology")).contains("web").doesNotContain("prometheus", "kubeSystemNamespace");
    }

    @Test
    void policiesAreTheWorkloadsOrTheNamespaces() {
        assertThat(names(api.call(FACADE, "web", "policies"))).containsExactly("allow-web", "deny-ingress-web");
        assertThat(names(api.call(FACADE, "db", "policies"))).containsExactly("allow-db", "chosen");
        assertThat(names(api.call(FACADE, "prometheus", "policies"))).isEmpty();
        assertThat(names(api.call(FACADE, "monitoringNamespace", "policies"))).containsExactly("allow-pods");
        assertThat(names(api.call(FACADE, "shopNamespace", "policies")))
                .containsExactly(
                        "allow-dns",
                        "allow-pods",
                        "allow-pods-app-not-curl",
                        "allow-pods-tier-front",
                        "chosen-for-some",
                        "deny-all",
                        "deny-egress-pods-app-x-not-canary-tier-in-a-b");
    }

    @Test
    void portsAreConstants() {
        assertThat(ports("Web$Port"))
                .containsExactly(
                        "HTTP 8080 TCP Optional[http]",
                        "TCP_9000 9000 TCP Optional.empty",
                        "ADMIN 9901 TCP Optional[admin]",
                        "UDP_9901 9901 UDP Optional.empty",
                        "SCTP_9902 9902 SCTP Optional.empty");
        assertThat(ports("WebService$Port"))
                .containsExactly(
                        "HTTP 80 TCP Optional[http]",
                        "TCP_9000 9000 TCP Optional[tcp-9000]",
                        "UDP_53 53 UDP Optional[udp-53]");
        assertThat(api.types()).doesNotContain("com.acme.everything.Client$Port", "com.acme.everything.Legacy$Port");
    }

    @Test
    void hostsAreConstants() {
        Map<String, String> sources = new LinkedHashMap<>();
        Sample.of(Everything.TEXT).java().forEach(file -> sources.put(file.path(), file.text()));
        sources.put("org/other/Caller.java", """
                package org.other;
                import com.acme.everything.Everything;
                /** Of a test. */
                @SuppressWarnings(Everything.WEB_SERVICE_HOST)
                public final class Caller {
                    private Caller() {}
                    /** {@return hosts} */
                    public static String call() {
                        return Everything.WEB_SERVICE_HOST + " " + Everything.LEGACY_HOST + " "
                                + Everything.OUTSIDER_SERVICE_HOST + " " + Everything.legacy().host();
                    }
                }
                """);
        assertThat(Compiled.of(sources).call("org.other.Caller", "call"))
                .isEqualTo("web.shop.svc legacy.shop.svc outsider legacy.shop.svc");
    }

    /** What is the same for every topology is in the package once. */
    @Test
    void topologiesMayShareAPackage() {
        List<CompileRequest.Source> sources = new ArrayList<>();
        for (String name : List.of("shop", "blog")) {
            String kind = name.equals("shop") ? "deployment" : "cronjob";
            String text = "package com.acme\nnamespace " + name + " { " + kind + " " + name + "-web "
                    + (name.equals("shop") ? "" : "\"@daily\" ") + "{ image \"x\"; port tcp/80 } }";
            sources.add(
                    new CompileRequest.Source(name + ".knet", name + ".knet", text.getBytes(StandardCharsets.UTF_8)));
        }
        CompileResult result = Compiler.compile(new CompileRequest(
                sources,
                "knet",
                new CompileRequest.Settings(Map.of(), List.of(), LocalDate.of(2026, 7, 1)),
                Set.of(Artifact.Kind.JAVA)));
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.artifacts()).extracting(Artifact::path).doesNotHaveDuplicates();
        Compiled both = Compiled.of(result.artifacts());
        assertThat(both.manifests("com.acme.Shop").getItems()).isNotEmpty();
        assertThat(both.manifests("com.acme.Blog").getItems()).isNotEmpty();
    }

    @Test
    void everyCallMakesNewObjects() {
        List<HasMetadata> first = api.manifests(FACADE).getItems();
        first.forEach(object -> object.getMetadata().setName("changed"));
        assertThat(api.manifests(FACADE).getItems())
                .isEqualTo(Sample.of(Everything.TEXT).objects());
    }

    @Test
    void nobodyElseMakesInstances() {
        for (String name : api.types()) {
            for (Constructor<?> constructor : api.type(name).getDeclaredConstructors()) {
                assertThat(Modifier.isPublic(constructor.getModifiers()))
                        .as(name)
                        .isFalse();
            }
        }
        assertThat(Modifier.isFinal(api.type(FACADE).getModifiers())).isTrue();
    }

    private static List<String> methods(String type) {
        return Arrays.stream(api.type("com.acme.everything." + type).getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .toList();
    }

    private static List<String> names(Object policies) {
        return ((List<?>) policies)
                .stream()
                        .map(policy -> ((HasMetadata) policy).getMetadata().getName())
                        .toList();
    }

    private static List<String> ports(String type) {
        return Stream.of(api.type("com.acme.everything." + type).getEnumConstants())
                .map(port -> port + " " + Compiled.get(port, "number") + " " + Compiled.get(port, "protocol") + " "
                        + (Optional<?>) Compiled.get(port, "portName"))
                .toList();
    }
}
