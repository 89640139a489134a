package dev.knet.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No change in code takes pods away from what the file says of them, or makes it say something of others. */
class GuardTest {
    private static final String TEXT = """
            package com.acme.guarded
            topology guarded

            namespace shop {
              labels team=shop, cost=low
              deployment web { labels tier=front, colour=red; image "web:1"; port http tcp/8080; port tcp/9000 }
              pod client { image "client:1" }
              statefulset db { image "db:1" }
              daemonset agent { image "agent:1" }
              job migrate { image "migrate:1" }
              cronjob tidy "@daily" { image "tidy:1"; account tidy }
              service web for web nodeport on tcp/80 -> 8080, tcp/90 -> 9000
              service db for db headless
              service legacy external "db.example.com"
              web allows pods(zone=a) in namespace(team=shop) on http
              pods(tier=front) allow client on tcp/8080
              deny egress
            }
            pod outside { image "outside:1" }
            """;

    /** A change, and what is said of it; nothing if it may be made. */
    private record Change(String text, String said) {
        static Change refused(String text, String who, String what) {
            return new Change(
                    text, "policies and services know " + who + " by its " + what + ": change it in the .knet file");
        }

        static Change allowed(String text) {
            return new Change(text, "");
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final List<Change> CHANGES = List.of(
            Change.refused(
                    "web(w -> w.label(\"app\", \"other\"))",
                    "Deployment shop/web",
                    "pods' label `app`, which must stay `web`"),
            Change.refused(
                    "web(w -> w.label(\"tier\", \"back\"))",
                    "Deployment shop/web",
                    "pods' label `tier`, which must stay `front`"),
            Change.refused(
                    "web(w -> w.label(\"zone\", \"a\"))",
                    "Deployment shop/web",
                    "pods' label `zone`, which it must not get"),
            Change.refused(
                    "client(w -> w.label(\"tier\", \"front\"))",
                    "Pod shop/client",
                    "pods' label `tier`, which it must not get"),
            Change.refused(
                    "db(w -> w.label(\"tier\", \"front\"))",
                    "StatefulSet shop/db",
                    "pods' label `tier`, which it must not get"),
            Change.refused(
                    "agent(w -> w.label(\"tier\", \"front\"))",
                    "DaemonSet shop/agent",
                    "pods' label `tier`, which it must not get"),
            Change.refused(
                    "migrate(w -> w.label(\"tier\", \"front\"))",
                    "Job shop/migrate",
                    "pods' label `tier`, which it must not get"),
            Change.refused(
                    "tidy(w -> w.label(\"tier\", \"front\"))",
                    "CronJob shop/tidy",
                    "pods' label `tier`, which it must not get"),
            Change.refused(
                    "outside(w -> w.label(\"app\", \"web\"))",
                    "Pod outside",
                    "pods' label `app`, which must stay `outside`"),
            Change.refused(
                    "web(w -> w.deployment(d -> d.editSpec().editTemplate().editMetadata().removeFromLabels(\"app\")"
                            + ".endMetadata().endTemplate().endSpec()))",
                    "Deployment shop/web",
                    "pods' label `app`, which must stay `web`"),
            Change.refused(
                    "web(w -> w.deployment(d -> d.editSpec().editTemplate().withMetadata(null).endTemplate().endSpec()))",
                    "Deployment shop/web",
                    "pods' label `app`, which must stay `web`"),
            Change.refused(
                    "web(w -> w.deployment(d -> d.editSpec().editTemplate().editMetadata().withLabels(null)"
                            + ".endMetadata().endTemplate().endSpec()))",
                    "Deployment shop/web",
                    "pods' label `app`, which must stay `web`"),
            Change.refused(
                    "web(w -> w.deployment(d -> d.editMetadata().withName(\"other\").endMetadata()))",
                    "Deployment shop/web",
                    "name, which must stay `web`"),
            Change.refused(
                    "web(w -> w.deployment(d -> d.withMetadata(null)))",
                    "Deployment shop/web",
                    "name, which must stay `web`"),
            Change.refused(
                    "web(w -> w.deployment(d -> d.editMetadata().withNamespace(\"other\").endMetadata()))",
                    "Deployment shop/web",
                    "namespace, which must stay `shop`"),
            Change.refused(
                    "outside(w -> w.pod(p -> p.editMetadata().withNamespace(\"shop\").endMetadata()))",
                    "Pod outside",
                    "namespace, which must stay ``"),
            Change.refused(
                    "client(w -> w.pod(p -> p.editSpec().withHostNetwork(true).endSpec()))",
                    "Pod shop/client",
                    "host network, which must stay `false`"),
            Change.refused(
                    "tidy(w -> w.cronJob(c -> c.editSpec().editJobTemplate().editSpec().editTemplate().editSpec()"
                            + ".withHostNetwork(true).endSpec().endTemplate().endSpec().endJobTemplate().endSpec()))",
                    "CronJob shop/tidy",
                    "host network, which must stay `false`"),
            Change.refused(
                    "shopNamespace(n -> n.label(\"team\", \"ops\"))",
                    "Namespace shop",
                    "label `team`, which must stay `shop`"),
            Change.refused(
                    "shopNamespace(n -> n.namespace(b -> b.editMetadata().removeFromLabels(\"team\").endMetadata()))",
                    "Namespace shop",
                    "label `team`, which must stay `shop`"),
            Change.refused(
                    "shopNamespace(n -> n.label(\"kubernetes.io/metadata.name\", \"ops\"))",
                    "Namespace shop",
                    "label `kubernetes.io/metadata.name`, which it must not get"),
            Change.refused(
                    "shopNamespace(n -> n.namespace(b -> b.editMetadata().withName(\"ops\").endMetadata()))",
                    "Namespace shop",
                    "name, which must stay `shop`"),
            Change.refused(
                    "webService(s -> s.service(b -> b.editMetadata().withName(\"ops\").endMetadata()))",
                    "Service shop/web",
                    "name, which must stay `web`"),
            Change.refused(
                    "webService(s -> s.service(b -> b.editSpec().addToSelector(\"app\", \"db\").endSpec()))",
                    "Service shop/web",
                    "selector, which must stay `{app=web}`"),
            Change.refused(
                    "webService(s -> s.service(b -> b.editSpec().withSelector(null).endSpec()))",
                    "Service shop/web",
                    "selector, which must stay `{app=web}`"),
            Change.refused(
                    "legacy(s -> s.service(b -> b.editSpec().addToSelector(\"app\", \"web\").endSpec()))",
                    "Service shop/legacy",
                    "selector, which must stay `{}`"),
            Change.refused(
                    "tidyAccount(a -> a.serviceAccount(b -> b.editMetadata().withName(\"ops\").endMetadata()))",
                    "ServiceAccount shop/tidy",
                    "name, which must stay `tidy`"),
            Change.refused(
                    "web(w -> w.label(\"app\", \"web\")).web(w -> w.image(\"x\").label(\"app\", \"x\").image(\"y\"))",
                    "Deployment shop/web",
                    "pods' label `app`, which must stay `web`"),
            new Change("web(w -> w.replicas(-1))", "no number of pods: -1"),
            new Change("db(w -> w.replicas(-1))", "no number of pods: -1"),
            new Change("web(w -> w.addPort(\"more\", 0))", "no port: 0; ports are numbers from 1 to 65535"),
            new Change("web(w -> w.addPort(\"more\", 65536))", "no port: 65536; ports are numbers from 1 to 65535"),
            new Change(
                    "web(w -> w.addPort(\"http\", 81))",
                    "container web has a port of the name http already: choose another"),
            new Change(
                    "web(w -> w.deployment(d -> d.editSpec().editTemplate().editSpec().withContainers().endSpec()"
                            + ".endTemplate().endSpec()).image(\"x\"))",
                    "container web is gone: an earlier change took it away"),
            new Change(
                    "webService(s -> s.nodePort(WebService.Port.HTTP, 80))",
                    "no node port: 80; nodes listen on ports from 30000 to 32767"),
            new Change(
                    "webService(s -> s.service(b -> b.editSpec().withPorts().endSpec())"
                            + ".nodePort(WebService.Port.HTTP, 30080))",
                    "the port for node port 30080 is gone: an earlier change took it away"),
            Change.allowed("web(w -> w.label(\"colour\", \"blue\").label(\"app\", \"web\").label(\"more\", \"x\"))"),
            Change.allowed("web(w -> w.label(\"app.kubernetes.io/part-of\", \"x\"))"),
            Change.allowed("shopNamespace(n -> n.label(\"cost\", \"high\"))"),
            Change.allowed("webService(s -> s.label(\"app\", \"x\"))"),
            Change.allowed("tidyAccount(a -> a.label(\"app\", \"x\"))"),
            Change.allowed("web(w -> w.deployment(d -> d.editSpec().editTemplate().editSpec().withHostNetwork(false)"
                    + ".endSpec().endTemplate().endSpec()))"));

    private static Compiled compiled;

    static List<Change> changes() {
        return CHANGES;
    }

    /** All changes in one class, because javac takes its time. */
    @BeforeAll
    static void compile() {
        StringBuilder caller = new StringBuilder("""
                package org.other;
                import com.acme.guarded.Guarded;
                import com.acme.guarded.WebService;
                /** Of a test. */
                public final class Caller {
                    private Caller() {}
                """);
        for (Change change : CHANGES) {
            caller.append("/** {@return it changed} */ public static Object change")
                    .append(CHANGES.indexOf(change))
                    .append("() { return Guarded.topology().")
                    .append(change.text())
                    .append(".manifests(); }\n");
        }
        Map<String, String> sources = Compiled.sources(Sample.of(TEXT).java());
        sources.put("org/other/Caller.java", caller.append("}\n").toString());
        compiled = Compiled.of(sources);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changed(Change change) throws ReflectiveOperationException {
        String said = "";
        try {
            compiled.type("org.other.Caller")
                    .getMethod("change" + CHANGES.indexOf(change))
                    .invoke(null);
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isInstanceOf(IllegalArgumentException.class);
            said = e.getCause().getMessage();
        }
        assertThat(said).isEqualTo(change.said());
    }
}
