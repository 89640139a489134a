package dev.knet.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.model.Protocol;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How application code finds its neighbours: hosts, ports and URIs of services, and pods that have names. */
class EndpointsTest {
    private static final String SHOP = """
            package com.acme.shop
            namespace shop {
              deployment orders { image "o"; port http tcp/8080; port metrics tcp/9090; port udp/53; port sctp/9899 }
              statefulset db { image "d"; port sql tcp/5432 }
              existing statefulset old { port sql tcp/5432 }
              service orders for orders on tcp/80 -> http, tcp/9090 -> metrics, udp/53, sctp/9899
              service orders-node for orders nodeport on tcp/81 -> http at 30080
              service orders-public for orders loadbalancer on tcp/443 -> 8080
              service db for db headless on tcp/5432
              service db-pods for db headless
              service db-balanced for db on tcp/5432
              service old for old headless on tcp/5432
              service legacy external "db.example.com"
            }
            pod outside { image "o" }
            service outside for outside on tcp/8443
            """;

    @Test
    void eachTypeOfService() {
        assertThat(evaluated(
                        "Shop.ordersService().http()",
                        "Shop.ordersService().metrics().uri()",
                        "Shop.ordersService().udp53()",
                        "Shop.ordersService().sctp9899()",
                        "Shop.ordersNode().http()",
                        "Shop.ordersPublic().http()",
                        "Shop.dbService().sql()",
                        "Shop.dbPods().sql()",
                        "Shop.dbBalanced().sql()",
                        "Shop.outsideService().tcp8443()",
                        "Shop.legacy().host()"))
                .containsExactly(
                        "http://orders.shop.svc:80",
                        "tcp://orders.shop.svc:9090",
                        "udp://orders.shop.svc:53",
                        "sctp://orders.shop.svc:9899",
                        "http://orders-node.shop.svc:81",
                        "http://orders-public.shop.svc:443",
                        "tcp://db.shop.svc:5432",
                        "tcp://db-pods.shop.svc:5432",
                        "tcp://db-balanced.shop.svc:5432",
                        "https://outside:8443",
                        "legacy.shop.svc");
    }

    @Test
    void hostPortAddressAndUri() {
        assertThat(evaluated(
                        "Shop.ordersService().http().host()",
                        "Shop.ordersService().http().port() + 1",
                        "Shop.ordersService().http().address()",
                        "Shop.ordersService().http().uri().getHost()",
                        "Shop.ordersService().http().uri().resolve(\"/cart?id=1\")",
                        "Shop.dbService().sql().uri(\"postgresql\")",
                        "Shop.ordersService().http().equals(Shop.ordersService().http())",
                        "Shop.ordersService().http().hashCode() == Shop.ordersService().http().hashCode()",
                        "Shop.ordersService().http().equals(Shop.ordersNode().http())"))
                .containsExactly(
                        "orders.shop.svc",
                        "81",
                        "orders.shop.svc:80",
                        "orders.shop.svc",
                        "http://orders.shop.svc:80/cart?id=1",
                        "postgresql://db.shop.svc:5432",
                        "true",
                        "true",
                        "false");
    }

    @Test
    void podsOfAStatefulSetHaveNames() {
        assertThat(evaluated(
                        "Shop.dbService().sql().pod(0)",
                        "Shop.dbService().sql().pod(12).host()",
                        "refused(() -> Shop.dbService().sql().pod(-1))"))
                .containsExactly(
                        "tcp://db-0.db.shop.svc:5432",
                        "db-12.db.shop.svc",
                        "no pod has the ordinal -1; they begin with 0");
    }

    /** Another headless service, one with an address, and one for what others run give no names. */
    @Test
    void onlyOfTheServiceThatNamesThem() {
        Sample sample = Sample.of(SHOP);
        assertThat(sample.text("DbService.java")).contains("public StatefulEndpoint sql()");
        for (String file : List.of("DbPods.java", "DbBalanced.java", "OldService.java", "OrdersService.java")) {
            assertThat(sample.text(file)).contains("public Endpoint ").doesNotContain("StatefulEndpoint");
        }
    }

    @Test
    void constantsForAnnotations() {
        assertThat(evaluated(
                        "Caller.class.getAnnotation(Client.class).uri()",
                        "Caller.class.getAnnotation(Client.class).port()",
                        "Caller.class.getAnnotation(Client.class).address()"))
                .containsExactly("http://orders.shop.svc:80", "53", "db.shop.svc:5432");
    }

    @ParameterizedTest
    @CsvSource({
        "https, TCP, 80, https",
        "https-admin, TCP, 9000, https",
        "httpsx, TCP, 443, tcp",
        "http, TCP, 443, http",
        "http-web, TCP, 9000, http",
        "http2, TCP, 9000, http",
        "httpd, TCP, 80, tcp",
        "web, TCP, 9000, http",
        "web, TCP, 8443, https",
        "grpc, TCP, 443, tcp",
        "redis, TCP, 8080, tcp",
        ", TCP, 443, https",
        ", TCP, 8443, https",
        ", TCP, 80, http",
        ", TCP, 8000, http",
        ", TCP, 8080, http",
        ", TCP, 9000, tcp",
        "http, UDP, 80, udp",
        ", UDP, 443, udp",
        "https, SCTP, 443, sctp"
    })
    void schemes(String name, Protocol protocol, int number, String scheme) {
        assertThat(UriScheme.of(name, protocol, number)).isEqualTo(scheme);
    }

    /** The name of the pods' port counts whether the service names it or says its number. */
    @Test
    void theSchemeOfThePodsPort() {
        Sample sample = Sample.of("""
                deployment web { image "w"; port https tcp/9443; port grpc tcp/8080 }
                service by-name for web on tcp/80 -> https
                service by-number for web on tcp/80 -> 9443, tcp/443 -> 8080
                service twice for web on tcp/80 -> 9443, tcp/81 -> 9443
                """);
        assertThat(sample.text("ByName.java")).contains("\"https://by-name:80\"");
        assertThat(sample.text("ByNumber.java")).contains("\"https://by-number:80\"", "\"tcp://by-number:443\"");
        assertThat(sample.text("Twice.java")).contains("\"https://twice:80\"", "\"https://twice:81\"");
    }

    @Test
    void namesOfMethods() {
        List<DeclaredPort> ports = IntStream.range(0, NAMES.size())
                .mapToObj(i -> new DeclaredPort(NAMES.get(i), Protocol.TCP, i + 1))
                .toList();
        assertThat(JavaNames.portMethods(ports))
                .containsExactly(
                        "http",
                        "httpWeb",
                        "_9p",
                        "a1__tcp_4",
                        "a1__tcp_5",
                        "aB__tcp_6",
                        "ab__tcp_7",
                        "newPort__tcp_8",
                        "newPort__tcp_9",
                        "hostPort",
                        "toStringPort",
                        "workloadsPort");
    }

    private static final List<String> NAMES = List.of(
            "http", "http-web", "9p", "a-1", "a1", "a-b", "ab", "new", "new-port", "host", "to-string", "workloads");

    /** Whatever a port is called, its method is none that the class has already. */
    @Test
    void portsOfAnyName() {
        String names = """
                new class int record var yield host service end allows reaches allow reach deny policies latent workloads
                hash-code get-class to-string notify notify-all wait clone finalize equals port ports name uri port-uri
                allowing reaching part-1 http http-port http-uri a-1 a1 values value-of
                """;
        List<String> all = Arrays.asList(names.strip().split("\\s+"));
        String declared = IntStream.range(0, all.size())
                .mapToObj(i -> "port " + all.get(i) + " tcp/" + (8000 + i))
                .collect(Collectors.joining("\n"));
        String mapped = IntStream.range(0, all.size())
                .mapToObj(i -> "tcp/" + (i + 1) + " -> " + all.get(i))
                .collect(Collectors.joining(", "));
        Sample.of("deployment web { image \"w\"\n" + declared + "\n}\nservice s for web on " + mapped
                        + "\nservice h for web headless")
                .compiled();
    }

    /** Nothing that a host may be called makes java.net.URI see none. */
    @Test
    void hostsAreHostsOfUris() {
        String text = """
                package com.acme.shop
                namespace "9" { pod "3scale" { image "x" }; service a-9 for "3scale" on tcp/80; service x--y for "3scale" on tcp/80 }
                namespace "1-2" { statefulset "0" { image "x" }; service a for "0" headless on tcp/80 }
                statefulset "7" { image "x" }
                service b7 for "7" headless on tcp/80
                """.replace("package com.acme.shop\n", "package com.acme.shop\ntopology shop\n");
        assertThat(evaluated(
                        text,
                        "Shop.a9().tcp80().uri().getHost()",
                        "Shop.xY().tcp80().uri().getHost()",
                        "Shop.a().tcp80().pod(3).uri().getHost()",
                        "Shop.b7().tcp80().pod(3).uri().getHost()"))
                .containsExactly("a-9.9.svc", "x--y.9.svc", "0-3.a.1-2.svc", "7-3.b7");
    }

    @Test
    void withoutServicesThereAreNoEndpoints() {
        assertThat(Sample.of("pod web { image \"w\"; port http tcp/80 }").java())
                .noneMatch(file -> file.path().endsWith("Endpoint.java"));
    }

    private static List<String> evaluated(String... expressions) {
        if (expressions[0].startsWith("package ")) {
            return evaluated(expressions[0], List.of(expressions).subList(1, expressions.length), "");
        }
        return evaluated(SHOP, List.of(expressions), """
                @Client(
                        uri = OrdersService.HTTP_URI,
                        port = OrdersService.UDP_53_PORT,
                        address = Shop.DB_SERVICE_HOST + ":" + DbService.SQL_PORT)
                """);
    }

    /** What a class in another package gets, as text. */
    private static List<String> evaluated(String text, List<String> expressions, String annotation) {
        Map<String, String> sources = new LinkedHashMap<>();
        Sample.of(text).java().forEach(file -> sources.put(file.path(), file.text()));
        String values = expressions.stream().map(it -> "\"\" + (" + it + ")").collect(Collectors.joining(",\n"));
        sources.put("org/other/Client.java", """
                package org.other;
                /** Of a test. */
                @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                public @interface Client {
                    /** {@return one} */
                    String uri();
                    /** {@return one} */
                    int port();
                    /** {@return one} */
                    String address();
                }
                """);
        sources.put(
                "org/other/Caller.java",
                "package org.other;\nimport com.acme.shop.*;\n/** Of a test. */\n" + annotation
                        + """
                public final class Caller {
                    private Caller() {}
                    /** {@return values} */
                    public static java.util.List<String> call() {
                        return java.util.List.of(VALUES);
                    }
                    static String refused(Runnable code) {
                        try {
                            code.run();
                        } catch (IllegalArgumentException e) {
                            return e.getMessage();
                        }
                        return "not refused";
                    }
                }
                """.replace("VALUES", values));
        return ((List<?>) Compiled.of(sources).call("org.other.Caller", "call"))
                .stream().map(String::valueOf).toList();
    }
}
