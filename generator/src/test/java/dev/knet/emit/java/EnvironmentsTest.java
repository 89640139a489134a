package dev.knet.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.compile.CompileRequest;
import dev.knet.compile.CompileResult;
import dev.knet.compile.Compiler;
import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.emit.Artifact;
import dev.knet.testing.Resolving;
import io.fabric8.kubernetes.api.model.KubernetesList;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Code that is compiled once asks at run time where things are in the environment that it runs in. */
class EnvironmentsTest {
    private static final String SHOP = """
            package com.acme.shop
            topology shop
            namespace shop {
              deployment orders { image "o"; port http tcp/8080 }
              statefulset db { image "d"; port sql tcp/5432 }
              statefulset queue { image "q"; port amqp tcp/5672 }
              service orders for orders on tcp/80 -> http
              service db for db headless on tcp/5432
              service queue for queue headless on tcp/5672
              service legacy external "db.example.com"
            }
            environment prod {
              namespace shop {
                service orders for orders on tcp/8000 -> http
                new deployment extra { image "e"; port http tcp/1 }
                new service extra for extra on tcp/1
              }
            }
            environment dev { namespace shop { deployment orders { replicas 7 } } }
            environment "test-2" { }
            """;

    private static CompileResult compile(Map<String, String> files, String... environments) {
        List<CompileRequest.Source> sources = new ArrayList<>();
        files.forEach((name, text) ->
                sources.add(new CompileRequest.Source(name, name, text.getBytes(StandardCharsets.UTF_8))));
        return Compiler.compile(new CompileRequest(
                sources,
                "knet",
                new CompileRequest.Settings(Map.of(), List.of(environments), Resolving.TODAY),
                Set.of(Artifact.Kind.JAVA)));
    }

    private static Map<String, String> java(CompileResult result) {
        assertThat(result.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
        Map<String, String> sources = new TreeMap<>();
        for (Artifact file : result.artifacts()) {
            assertThat(sources.put(file.path(), file.text())).as(file.path()).isNull();
        }
        return sources;
    }

    private static Object value(Map<String, String> generated, String expression) {
        Map<String, String> sources = new LinkedHashMap<>(generated);
        sources.put("org/other/Caller.java", """
                package org.other;
                IMPORT
                /** Of a test. */
                public final class Caller {
                    private Caller() {}
                    /** {@return a value} */
                    public static Object call() {
                        return EXPRESSION;
                    }
                }
                """.replace("EXPRESSION", expression)
                .replace("IMPORT", "import com.acme.shop.*;"));
        return Compiled.of(sources).call("org.other.Caller", "call");
    }

    @Test
    void whereAServiceIsInEach() {
        Map<String, String> java = java(compile(Map.of("shop.knet", SHOP), "prod", "dev", "test-2"));
        assertThat(value(java, """
                java.util.List.of(
                        ShopEnvironment.of("prod").ordersServiceHttp(),
                        ShopEnvironment.of("dev").ordersServiceHttp().uri(),
                        ShopEnvironment.TEST_2.ordersServiceHttp().address(),
                        ShopEnvironment.PROD.dbServiceSql().pod(1),
                        ShopEnvironment.of("test-2"),
                        java.util.List.of(ShopEnvironment.values()))""").toString())
                .isEqualTo("[http://orders.shop.svc:8000, http://orders.shop.svc:80, orders.shop.svc:80,"
                        + " tcp://db-1.db.shop.svc:5432, test-2, [dev, prod, test-2]]");
    }

    @Test
    void whatOnlySomeHaveIsNotThere() {
        String type = java(compile(Map.of("shop.knet", SHOP), "prod", "dev")).get("com/acme/shop/ShopEnvironment.java");
        assertThat(type).contains("ordersServiceHttp()").doesNotContain("extra", "legacy");
        assertThat(java(compile(Map.of("shop.knet", SHOP), "prod", "dev")).get("com/acme/shop/prod/ExtraService.java"))
                .contains("Endpoint http()");
    }

    @Test
    void theObjectsOfEach() {
        Map<String, String> java = java(compile(Map.of("shop.knet", SHOP), "prod", "dev"));
        Object dev = value(java, "ShopEnvironment.DEV.manifests()");
        assertThat(((KubernetesList) dev).getItems().toString()).contains("replicas=7");
        assertThat(
                        value(
                                java,
                                "ShopEnvironment.DEV.manifests().getItems().equals(com.acme.shop.dev.Shop.manifests().getItems())"))
                .isEqualTo(true);
        assertThat(
                        value(
                                java,
                                "ShopEnvironment.DEV.manifests().getItems().equals(ShopEnvironment.PROD.manifests().getItems())"))
                .isEqualTo(false);
    }

    @Test
    void anUnknownOneIsRefused() {
        Map<String, String> java = java(compile(Map.of("shop.knet", SHOP), "prod", "dev"));
        assertThat(value(java, """
                java.util.stream.Stream.of("PROD", "", null).map(name -> {
                    try {
                        return ShopEnvironment.of(name).toString();
                    } catch (IllegalArgumentException e) {
                        return e.getMessage();
                    }
                }).toList()""").toString())
                .isEqualTo("[there is no environment `PROD`; there are: dev, prod,"
                        + " there is no environment ``; there are: dev, prod,"
                        + " there is no environment `null`; there are: dev, prod]");
    }

    /** Where no governing service is the same everywhere, pods have no names everywhere. */
    @Test
    void podsThatHaveNamesInSomeOnly() {
        String text = """
                package com.acme.shop
                topology shop
                statefulset db { image "d"; port sql tcp/5432 }
                service data for db headless on tcp/5432
                environment prod { new service db for db headless on tcp/5432 }
                environment dev { }
                """;
        Map<String, String> java = java(compile(Map.of("shop.knet", text), "prod", "dev"));
        assertThat(java.get("com/acme/shop/dev/Data.java")).contains("StatefulEndpoint sql()");
        assertThat(java.get("com/acme/shop/ShopEnvironment.java"))
                .contains("public Endpoint dataSql()")
                .doesNotContain("StatefulEndpoint");
        Compiled.of(java);
    }

    @Test
    void onlyForSeveral() {
        assertThat(java(compile(Map.of("shop.knet", SHOP), "prod")).keySet())
                .noneMatch(path -> path.endsWith("Environment.java"));
        assertThat(java(compile(Map.of("shop.knet", SHOP))).keySet())
                .noneMatch(path -> path.endsWith("Environment.java"));
    }

    @Test
    void withoutServicesTheEnumIsAlone() {
        String text =
                "package com.acme.shop\ntopology shop\npod web { image \"w\" }\nenvironment a { }\nenvironment b { }";
        Map<String, String> java = java(compile(Map.of("shop.knet", text), "a", "b"));
        assertThat(java.keySet())
                .filteredOn(path -> path.matches("com/acme/shop/[^/]*"))
                .containsExactly("com/acme/shop/ShopEnvironment.java");
        Compiled.of(java);
    }

    @Test
    void environmentsOfAnyName() {
        List<String> names = List.of("class", "new", "a-b", "ab", "a--b", "0", "string", "shop", "values", "com", "of");
        String blocks =
                names.stream().map(name -> "environment \"" + name + "\" { }\n").collect(Collectors.joining());
        Map<String, String> java = java(compile(Map.of("shop.knet", """
                        package com.acme.shop
                        topology shop
                        deployment web { image "w"; port http tcp/80 }
                        service web for web on tcp/80
                        """ + blocks), names.toArray(String[]::new)));
        assertThat(value(
                        java,
                        "java.util.Arrays.stream(ShopEnvironment.values())"
                                + ".map(it -> ShopEnvironment.of(it.toString()).name()).toList().toString()"))
                .isEqualTo("[_0, A___B, A_B, AB, CLASS, COM, NEW, OF, SHOP, STRING, VALUES]");
    }

    /** A name that would be two ports' is neither's. */
    @Test
    void servicesAndPortsOfAnyName() {
        String text = """
                package com.acme.shop
                topology shop
                deployment w { image "w"; port http tcp/80; port service-http tcp/81; port of tcp/82; port code tcp/83 }
                service orders for w on tcp/1 -> service-http
                service orders-service for w on tcp/1 -> http
                service value for w on tcp/1 -> of
                service hash for w on tcp/1 -> code
                environment a { }
                environment b { }
                """;
        Map<String, String> java = java(compile(Map.of("shop.knet", text), "a", "b"));
        Compiled.of(java);
        assertThat(java.get("com/acme/shop/ShopEnvironment.java"))
                .contains(
                        " orders__service__serviceHttp()",
                        " orders_service__service__http()",
                        " value__service__of()",
                        " hash__service__code()");
    }

    /** A service that the environments call differently has one name for all of them. */
    @Test
    void aServiceThatIsCalledDifferently() {
        String text = """
                package com.acme.shop
                topology shop
                namespace one { deployment w { image "w"; port http tcp/80 }; service web for w on tcp/80 }
                namespace two { deployment v { image "w"; port http tcp/80 } }
                environment a { }
                environment b { namespace two { new service web for v on tcp/80 } }
                """;
        Map<String, String> java = java(compile(Map.of("shop.knet", text), "a", "b"));
        assertThat(value(java, "ShopEnvironment.A.one__web__service__http()").toString())
                .isEqualTo("http://web.one.svc:80");
    }

    @Test
    void topologiesThatShareAPackage() {
        Map<String, String> files = Map.of(
                "one.knet", "package com.acme.shop\n" + service("one") + "environment a { }\nenvironment b { }\n",
                "two.knet", "package com.acme.shop\n" + service("two") + "environment a { }\nenvironment b { }\n");
        Map<String, String> java = java(compile(files, "a", "b"));
        assertThat(value(java, "\"\" + OneEnvironment.A.oneServiceTcp80() + TwoEnvironment.B.twoServiceTcp80()"))
                .isEqualTo("http://one:80http://two:80");
    }

    /** The package of one topology in an environment may be another topology's own. */
    @Test
    void aPackageWithinAPackage() {
        Map<String, String> files = Map.of(
                "one.knet", "package com.acme.shop\n" + service("one") + "environment a { }\nenvironment b { }\n",
                "two.knet", "package com.acme.shop.a\n" + service("two"));
        Map<String, String> java = java(compile(files, "a", "b"));
        assertThat(java).containsKeys("com/acme/shop/a/TwoEnvironment.java", "com/acme/shop/a/Endpoint.java");
        Compiled.of(java);
        Map<String, String> clash = new TreeMap<>(files);
        clash.put("one.knet", files.get("one.knet") + "pod two-environment { image \"x\" }\n");
        assertThat(compile(clash, "a", "b").diagnostics())
                .extracting(Diagnostic::rule)
                .containsExactly(Rule.JAVA_CLASH);
    }

    private static String service(String name) {
        return "deployment " + name + " { image \"x\"; port tcp/80 }\nservice " + name + " for " + name
                + " on tcp/80\n";
    }

    @Test
    void theOrderDoesNotShow() {
        Map<String, String> expected = java(compile(Map.of("shop.knet", SHOP), "prod", "dev", "test-2"));
        assertThat(java(compile(Map.of("shop.knet", SHOP), "test-2", "dev", "prod", "dev")))
                .isEqualTo(expected);
        List<String> services = new ArrayList<>(Arrays.asList(
                "service a for w on tcp/1, tcp/2, tcp/3",
                "service b for w on tcp/1",
                "service c for w on tcp/1",
                "pod w { image \"w\" }"));
        Set<String> written = new java.util.HashSet<>();
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(services, new Random(i));
            String text = String.join("\n", services) + "\nenvironment x { }\nenvironment y { }";
            written.add(java(compile(Map.of("shop.knet", text), "x", "y")).get("knet/ShopEnvironment.java"));
        }
        assertThat(written).hasSize(1);
    }

    /** The rest is inherited from interfaces that other packages do not see; they call it all the same. */
    @Test
    void moreEndpointsThanAClassHasRoomFor() {
        Map<String, String> sources = new LinkedHashMap<>();
        List<EnvironmentEmitter.InEnvironment> environments = new ArrayList<>();
        for (int environment = 0; environment < 2; environment++) {
            Sample sample = Sample.of(many(environment));
            sample.java().forEach(file -> sources.put(file.path(), file.text()));
            environments.add(
                    new EnvironmentEmitter.InEnvironment("e" + environment, sample.topology(), sample.manifests()));
        }
        EnvironmentEmitter.emit("com.acme.shop", environments, "big.knet")
                .forEach(file -> sources.put(file.path(), file.text()));
        assertThat(sources)
                .containsKey("com/acme/shop/BigEnvironment__2.java")
                .doesNotContainKey("com/acme/shop/BigEnvironment__3.java");
        assertThat(value(sources, "\"\" + BigEnvironment.E0.s0P0() + BigEnvironment.E1.s15P99()"))
                .isEqualTo("tcp://s0:1tcp://s15:1100");
    }

    /** Ports that have the same name everywhere, and another number. */
    private static String many(int environment) {
        StringBuilder text = new StringBuilder("package com.acme.shop.e" + environment + "\ntopology big\n");
        text.append("existing pod w {\n");
        IntStream.range(0, 100)
                .forEach(i -> text.append("port p")
                        .append(i)
                        .append(" tcp/")
                        .append(i + 1)
                        .append('\n'));
        text.append("}\n");
        for (int service = 0; service < 16; service++) {
            text.append("service s").append(service).append(" for w on ");
            int first = environment * 1_000;
            text.append(IntStream.range(0, 100)
                    .mapToObj(i -> "tcp/" + (first + i + 1) + " -> p" + i)
                    .collect(Collectors.joining(", ")));
            text.append('\n');
        }
        return text.toString();
    }
}
