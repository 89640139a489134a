package dev.knet.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not compile does not, just because of the one word that is wrong: with the right one it does. */
class WrongJavaTest {
    private static final String SHOP = """
            package com.acme.shop
            topology shop

            namespace shop {
              deployment web { image "web:1"; port http tcp/8080; port udp/9125 }
              deployment api {
                container main { image "api:1"; port http tcp/8081 }
                container proxy { image "proxy:1" }
              }
              deployment pair { container one { image "one:1" }; container two { image "two:1" } }
              deployment free { image "free:1" }
              pod client { image "busybox" }
              daemonset agent { image "agent:1" }
              daemonset node-agent { image "agent:1"; host network; port metrics tcp/9100 }
              job migrate { image "migrate:1" }
              cronjob tidy "@daily" { image "tidy:1" }
              statefulset db { image "db:1"; account db; port sql tcp/5432 }
              existing deployment old { port http tcp/80 }
              service web-service for web on tcp/80 -> http
              service web-node for web nodeport on tcp/80 -> http
              service db for db headless on tcp/5432
              service node-agent for node-agent on tcp/9100
              service legacy external "db.example.com"
              group clients = web, client
              web allows client on http
            }
            namespace shut { deny all; pod x { image "x"; port http tcp/80 } }
            network office = 203.0.113.0/24
            """;

    private static final String PLATFORM = """
            package com.acme.platform
            topology platform
            namespace ops { pod mon { image "mon:1"; port http tcp/80 } }
            """;

    private static final String MISMATCH = "compiler.err.prob.found.req";
    private static final String NONE_FITS = "compiler.err.cant.apply.symbols";
    private static final String NO_METHOD = "compiler.err.cant.resolve.location.args";
    private static final String NO_NAME = "compiler.err.cant.resolve.location";
    private static final String WRONG_ARGUMENTS = "compiler.err.cant.apply.symbol";
    private static final String NOT_PUBLIC = "compiler.err.not.def.public.cant.access";

    /**
     * An expression with {@code [the wrong words|the right ones]}.
     *
     * @param at where javac says so: what stands there
     * @param code what it says
     */
    private record Wrong(String what, String text, String at, String code) {
        String with(boolean isWrong) {
            return text.replaceAll("\\[([^|\\]]*)\\|([^\\]]*)]", isWrong ? "$1" : "$2");
        }

        String source(String name, boolean isWrong) {
            return """
                    package org.other;
                    import com.acme.platform.Platform;
                    import com.acme.shop.%s;
                    final class %s {
                        Object made() {
                            return
                                %s;
                        }
                    }
                    """.formatted("*", name, with(isWrong));
        }

        /** As javac writes it, so that a failure of the test says what was compiled. */
        @Override
        public String toString() {
            return what + ": " + text;
        }
    }

    private static final List<Wrong> TABLE = List.of(
            new Wrong(
                    "a port of another workload",
                    "Shop.web().allows(Shop.client()).on([Db.Port.SQL|Web.Port.HTTP])",
                    "Db.Port.SQL",
                    MISMATCH),
            new Wrong(
                    "a port of another workload behind one of its own",
                    "Shop.web().allows(Shop.client()).on(Web.Port.HTTP, [Db.Port.SQL|Web.Port.UDP_9125])",
                    "on",
                    WRONG_ARGUMENTS),
            new Wrong(
                    "a port of the service instead of the workload's",
                    "Shop.web().allows(Shop.client()).on([WebService|Web].Port.HTTP)",
                    "WebService.Port.HTTP",
                    MISMATCH),
            new Wrong(
                    "a port of the workload instead of the service's",
                    "Shop.webService().allows(Shop.client()).on([Web|WebService].Port.HTTP)",
                    "Web.Port.HTTP",
                    MISMATCH),
            new Wrong(
                    "a port of the source instead of the target's",
                    "Shop.web().reaches(Shop.db()).on([Web.Port.HTTP|Db.Port.SQL])",
                    "Web.Port.HTTP",
                    MISMATCH),
            new Wrong(
                    "a port that is not declared",
                    "Shop.web().allows(Shop.client()).on(Web.Port.[ADMIN|HTTP])",
                    "ADMIN",
                    NO_NAME),
            new Wrong(
                    "a port by its number, of a target that declares its ports",
                    "Shop.web().allows(Shop.client()).on([Ports.tcp(8080)|Web.Port.HTTP])",
                    "Ports.tcp(8080)",
                    MISMATCH),
            new Wrong(
                    "a number instead of a port",
                    "Shop.free().allows(Shop.client()).on([80|Ports.tcp(80)])",
                    "80",
                    MISMATCH),
            new Wrong(
                    "an external service as a source",
                    "Shop.web().allows(Shop.[legacy|webService]())",
                    "Shop.legacy()",
                    MISMATCH),
            new Wrong(
                    "an external service as a target",
                    "Shop.web().reaches(Shop.[legacy|webService]())",
                    "reaches",
                    NONE_FITS),
            new Wrong("a service account", "Shop.web().allows(Shop.[dbAccount|db]())", "Shop.dbAccount()", MISMATCH),
            new Wrong(
                    "a workload on the host's network",
                    "Shop.web().allows(Shop.[nodeAgent|agent]())",
                    "Shop.nodeAgent()",
                    MISMATCH),
            new Wrong(
                    "a workload on the host's network as a target",
                    "Shop.web().reaches(Shop.[nodeAgent|agent]()).toString()",
                    "reaches",
                    NONE_FITS),
            new Wrong(
                    "a service of a workload on the host's network",
                    "Shop.web().allows(Shop.[nodeAgentService|dbService]())",
                    "Shop.nodeAgentService()",
                    MISMATCH),
            new Wrong("a string", "Shop.web().allows([\"client\"|Shop.client()])", "\"client\"", MISMATCH),
            new Wrong("nobody", "Shop.web().allows([|Shop.client()])", "allows", WRONG_ARGUMENTS),
            new Wrong(
                    "several targets of one sentence",
                    "Shop.web().reaches(Shop.db()[, Shop.api()|])",
                    "reaches",
                    WRONG_ARGUMENTS),
            new Wrong(
                    "a thing of another topology",
                    "Shop.web().allows([Platform.mon()|Shop.client()])",
                    "Platform.mon()",
                    MISMATCH),
            new Wrong(
                    "a port of another topology",
                    "Shop.web().allows(Shop.client()).on([com.acme.platform.Mon|Web].Port.HTTP)",
                    "com.acme.platform.Mon.Port.HTTP",
                    MISMATCH),
            new Wrong(
                    "a sentence of another topology",
                    "Shop.topology().allow([Platform.mon().allows(Platform.mon())|Shop.web().allows(Shop.client())])",
                    "Platform.mon().allows(",
                    MISMATCH),
            new Wrong(
                    "the image of what is there already",
                    "Shop.topology().[old|web](w -> w.image(\"nginx\"))",
                    "old",
                    NO_METHOD),
            new Wrong(
                    "the replicas of what is there already",
                    "Shop.topology().[old|web](w -> w.replicas(2))",
                    "old",
                    NO_METHOD),
            new Wrong("the builder of what is there already", "Shop.[old|web]().deployment()", "deployment", NO_METHOD),
            new Wrong(
                    "a node port of a ClusterIP service",
                    "Shop.topology().[webService(s -> s.nodePort(WebService|webNode(s -> s.nodePort(WebNode].Port.HTTP, 30080))",
                    "nodePort",
                    NO_METHOD),
            new Wrong(
                    "a node port of a headless service",
                    "Shop.topology().[dbService(s -> s.nodePort(Db|webNode(s -> s.nodePort(WebNode].Port."
                            + "[SQL|HTTP], 30080))",
                    "nodePort",
                    NO_METHOD),
            new Wrong(
                    "a node port of a port of another workload",
                    "Shop.topology().webNode(s -> s.nodePort([Db.Port.SQL|WebNode.Port.HTTP], 30080))",
                    "Db.Port.SQL",
                    MISMATCH),
            new Wrong("the deployment of a pod", "Shop.[client|web]().deployment()", "deployment", NO_METHOD),
            new Wrong(
                    "the deployment of a pod in a change",
                    "Shop.topology().[client|web](w -> w.deployment(d -> d))",
                    "deployment",
                    NO_METHOD),
            new Wrong(
                    "the replicas of a daemon set",
                    "Shop.topology().[agent|web](w -> w.replicas(2))",
                    "replicas",
                    NO_METHOD),
            new Wrong(
                    "the replicas of a job", "Shop.topology().[migrate|db](w -> w.replicas(2))", "replicas", NO_METHOD),
            new Wrong(
                    "the replicas of a cron job",
                    "Shop.topology().[tidy|db](w -> w.replicas(2))",
                    "replicas",
                    NO_METHOD),
            new Wrong(
                    "the replicas of a pod", "Shop.topology().[client|db](w -> w.replicas(2))", "replicas", NO_METHOD),
            new Wrong(
                    "the schedule of a job",
                    "Shop.topology().[migrate|tidy](w -> w.schedule(\"@daily\"))",
                    "schedule",
                    NO_METHOD),
            new Wrong("the replicas as a string", "Shop.topology().web(w -> w.replicas([\"2\"|2]))", "\"2\"", MISMATCH),
            new Wrong(
                    "the image of one of several containers",
                    "Shop.topology().[api|web](w -> w.image(\"nginx\"))",
                    "image",
                    NO_METHOD),
            new Wrong(
                    "a container where there is but one",
                    "Shop.topology().[web|api](w -> w.container(Api.Settings.Container.MAIN, c -> c.image(\"x\")))",
                    "container",
                    WRONG_ARGUMENTS),
            new Wrong(
                    "a container of another workload",
                    "Shop.topology().pair(w -> w.container([Api.Settings.Container.MAIN|Pair.Settings.Container.ONE], c -> c"
                            + ".image(\"x\")))",
                    "Api.Settings.Container.MAIN",
                    MISMATCH),
            new Wrong(
                    "a container by its name",
                    "Shop.topology().pair(w -> w.container([\"one\"|Pair.Settings.Container.ONE], c -> c.image(\"x\")))",
                    "\"one\"",
                    MISMATCH),
            new Wrong(
                    "policies before the ports are said",
                    "Shop.[free|web]().allows(Shop.client()).policies()",
                    "policies",
                    NO_METHOD),
            new Wrong(
                    "a sentence without ports in a topology",
                    "Shop.topology().allow([Shop.free().allows(Shop.client())|Shop.free().allows(Shop.client()).onAnyPort()])",
                    "Shop.free().allows(",
                    MISMATCH),
            new Wrong(
                    "a peer instead of a sentence",
                    "Shop.topology().allow(Shop.web()[|.allows(Shop.client())])",
                    "Shop.web()",
                    MISMATCH),
            new Wrong(
                    "nothing to allow",
                    "Shop.topology().allow([|Shop.web().allows(Shop.client())])",
                    "allow",
                    WRONG_ARGUMENTS),
            new Wrong(
                    "ports twice",
                    "Shop.web().allows(Shop.client()).on(Web.Port.HTTP)[.on(Web.Port.UDP_9125)|.policies()]",
                    "on(Web.Port.UDP_9125)",
                    NO_METHOD),
            new Wrong(
                    "addresses that allow",
                    "Shop.[office|free]().allows(Shop.client()).onAnyPort()",
                    "allows",
                    NO_METHOD),
            new Wrong("addresses that reach", "Shop.[office|free]().reaches(Shop.web())", "reaches", NO_METHOD),
            new Wrong(
                    "a namespace that allows and is not isolated",
                    "Shop.[shop|shut]Namespace().allows(Shop.client()).onAnyPort()",
                    "allows",
                    NO_METHOD),
            new Wrong(
                    "a namespace that reaches and is not isolated",
                    "Shop.[shop|shut]Namespace().reaches(Shop.web())",
                    "reaches",
                    NO_METHOD),
            new Wrong(
                    "an external service that allows",
                    "Shop.[legacy|webService]().allows(Shop.client())",
                    "allows",
                    NO_METHOD),
            new Wrong(
                    "the host's network that allows",
                    "Shop.[nodeAgent|web]().allows(Shop.client())",
                    "allows",
                    NO_METHOD),
            new Wrong("a thing that is not there", "Shop.[weeb|web]()", "weeb", NO_METHOD),
            new Wrong("a new workload", "new [Web|Object]()", "new Web()", NOT_PUBLIC),
            new Wrong("a new facade", "new [Shop|Object]()", "new Shop()", "compiler.err.report.access"),
            new Wrong("new changes", "[new Shop.Topology()|Shop.topology()]", "new Shop.Topology()", NOT_PUBLIC),
            new Wrong("new settings", "new [Web.Settings|Object]()", "new Web.Settings()", WRONG_ARGUMENTS),
            new Wrong("a peer of one's own", "new [Peer|Object]() {}", "new Peer()", NOT_PUBLIC),
            new Wrong(
                    "ports of one's own",
                    "[new Ports(\"TCP\", 1, 1, \"\")|Ports.tcp(1)]",
                    "new Ports(",
                    "compiler.err.report.access"),
            new Wrong("a sentence of one's own", "new [Sentence|Object]() {}", "new Sentence()", WRONG_ARGUMENTS),
            new Wrong("changes of one's own", "new [Changes<Shop.Topology>|Object]() {}", "new Changes<", NOT_PUBLIC),
            new Wrong("an end of one's own", "com.acme.shop.[End|Peer].class", "com.acme.shop.End", NOT_PUBLIC));

    private static final Map<String, List<Diagnostic<? extends JavaFileObject>>> FOUND = new TreeMap<>();

    static List<Wrong> table() {
        return TABLE;
    }

    @BeforeAll
    static void compile() {
        for (Diagnostic<? extends JavaFileObject> problem : Compiled.problems(sources(true))) {
            if (problem.getKind() == Diagnostic.Kind.ERROR) {
                String file = problem.getSource().getName();
                FOUND.computeIfAbsent(file, f -> new ArrayList<>()).add(problem);
            }
        }
    }

    private static Map<String, String> sources(boolean areWrong) {
        Map<String, String> sources =
                new LinkedHashMap<>(Compiled.sources(Sample.of(SHOP).java()));
        sources.putAll(Compiled.sources(Sample.of(PLATFORM).java()));
        for (int i = 0; i < TABLE.size(); i++) {
            sources.put("org/other/Case" + i + ".java", TABLE.get(i).source("Case" + i, areWrong));
        }
        return sources;
    }

    @Test
    void withTheRightWordAllCompile() {
        assertThat(Compiled.problems(sources(false))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("table")
    void withTheWrongWordItDoesNot(Wrong wrong) {
        String name = "Case" + TABLE.indexOf(wrong);
        List<Diagnostic<? extends JavaFileObject>> found =
                FOUND.getOrDefault("/org/other/" + name + ".java", List.of());
        assertThat(found).isNotEmpty().allMatch(problem -> problem.getLineNumber() == 7);
        Diagnostic<? extends JavaFileObject> problem = found.get(0);
        assertThat(problem.getCode()).as(problem.toString()).isEqualTo(wrong.code());
        String text = wrong.source(name, true);
        int at = text.indexOf(wrong.at(), text.indexOf(wrong.with(true)));
        assertThat(at).isNotNegative();
        assertThat(problem.getPosition())
                .as(problem.toString())
                .isBetween(at - 1L, (long) at + wrong.at().length());
    }

    @Test
    void nothingElseIsWrong() {
        assertThat(FOUND).hasSameSizeAs(TABLE);
    }
}
