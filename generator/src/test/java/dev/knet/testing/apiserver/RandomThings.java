package dev.knet.testing.apiserver;

import java.util.List;
import java.util.Random;

/** Writes a workload with services and sentences; each value is most often a plain one, and at times an awkward one. */
final class RandomThings {
    private static final String LONG = "a".repeat(63);
    private static final List<String> NAMES =
            List.of("3scale", "-a", "a-", "A", "a.b", "a_b", "", LONG, LONG + "a", "é", "a--b", "a b", "80", "web\\n");
    private static final List<String> LONG_NAMES = List.of("a".repeat(52), "a".repeat(53), LONG, "a.b");
    private static final List<String> PORT_NAMES =
            List.of("a".repeat(15), "a".repeat(16), "80", "8a", "a--b", "-a", "A", "", "a.b", "tcp-80");
    private static final List<String> PORTS = List.of("0", "1", "65535", "65536", "2147483648");
    private static final List<String> NODE_PORTS = List.of("0", "29999", "30000", "32767", "32768");
    private static final List<String> KEYS = List.of(
            "a/b",
            "a/b/c",
            "/a",
            "a/",
            "A.b_c",
            "A/b",
            "kubernetes.io/metadata.name",
            "app.kubernetes.io/part-of",
            "app",
            LONG,
            LONG + "a",
            "x.".repeat(126) + "y/a",
            "x.".repeat(127) + "y/a",
            "ä",
            "");
    private static final List<String> VALUES =
            List.of("", "a-", "-a", "a b", LONG, LONG + "a", "1.0", "true", "a/b", "_", "A_b.c-d", "ß");
    private static final List<String> CIDRS = List.of(
            "10.0.0.1/8",
            "10.0.0.0/33",
            "010.0.0.0/8",
            "10.0.0.0/08",
            "0.0.0.0/0",
            "1.2.3.4",
            "256.0.0.0/8",
            "::/0",
            "::1",
            "::ffff:0:0/96",
            "::ffff:1.2.3.4/128",
            "2001:DB8::/32",
            "2001:db8:0:0:0:0:0:0/32",
            "2001:db8::1/64",
            "1::2::3/64",
            "::/129",
            "1:2:3:4:5:6:7::/112",
            "1:0:0:4:0:0:0:8/128",
            "fe80::/10");
    private static final List<String> HOSTS = List.of(
            "db", "db.example.com.", "DB.example.com", "a..b", ".", "", "-a.b", "a_b", "10.0.0.1", "x.".repeat(127));
    private static final List<String> ENV_NAMES = List.of("A.b-C", ".", "..", "..a", ".a", "1A", "A B", "", "_", "Ä");
    private static final List<String> IMAGES = List.of("", " ", " a", "a ", "a b", "\\t", "a\\n");

    private static final List<String> FIELDS = List.of(
            "metadata.labels['a/b']",
            "metadata.labels['a/b/c']",
            "metadata.annotations['A/b']",
            "status.podIPs",
            "spec");
    private static final List<String> AMOUNTS =
            List.of("0", "1m", "0.0005", "1e3", "1E", "9E", "1Ki", "1k", "1.5Gi", "2.", "64m", "100u", "1e-3", "1e19");
    private static final List<String> SCHEDULES = List.of(
            "@daily",
            "@every 5m",
            "@reboot",
            "0 0 * *",
            "60 * * * *",
            "0 24 * * *",
            "0 0 0 * *",
            "0 0 1 13 *",
            "0 0 * * 7",
            "*/0 * * * *",
            "1-5/2,7 * ? jan sun-sat",
            "TZ=UTC 0 0 * * *",
            "");
    private static final List<String> TIMES = List.of("0s", "1s", "10", "90m", "24h", "25h", "1h30m", "9999999999s");

    private final Random random;

    private RandomThings(long seed) {
        this.random = new Random(seed);
    }

    static String of(long seed) {
        return new RandomThings(seed).text();
    }

    private String text() {
        String web = string("web", NAMES);
        String port = string("http", PORT_NAMES);
        return "namespace " + string("shop", NAMES) + " {\n  labels " + labels() + "\n" + deployment(web, port) + pod()
                + others() + service(web, port) + otherServices(web) + policy(web, port) + "}\n";
    }

    private String deployment(String name, String port) {
        String replicas = value("3", List.of("0", "2147483647", "2147483646"));
        return "  deployment " + name + " {\n    labels " + labels() + "\n    replicas " + replicas + "\n"
                + maybe("    annotations " + string("k", KEYS) + "=" + string("v", VALUES) + "\n")
                + container("    ", port, value("8080", PORTS)) + probes(port)
                + maybe("    init container " + string("i", NAMES) + " { image " + string("x", IMAGES) + " }\n")
                + maybe("    sidecar container j { image \"j\"; port tcp/" + value("9", PORTS)
                        + "; ready tcp on tcp/9 }\n")
                + maybe("    account " + string("a", NAMES) + "\n") + "  }\n";
    }

    private String probes(String port) {
        return maybe("    ready http \"/\" on " + port + " every " + value("10s", TIMES) + " after "
                        + value("1s", TIMES) + "\n")
                + maybe("    live grpc on " + port + " timeout " + value("1s", TIMES) + " failures " + value("3", PORTS)
                        + "\n")
                + maybe("    startup exec \"true\"\n");
    }

    private String others() {
        return maybe("  statefulset " + string("db", NAMES) + " { image \"db\"; labels " + labels()
                        + " }\n  service db-pods for db headless\n")
                + maybe("  daemonset " + string("agent", NAMES) + " { image \"agent\"; account b; "
                        + maybe("host network") + " }\n")
                + maybe("  job " + string("migrate", NAMES) + " { image \"migrate\"; labels " + labels() + " }\n")
                + maybe("  cronjob " + string("tidy", LONG_NAMES) + " " + string("*/5 * * * *", SCHEDULES)
                        + " { image \"tidy\" }\n");
    }

    private String pod() {
        return "  pod " + string("client", NAMES) + " {\n    container " + string("a", NAMES) + " {\n"
                + container("      ", string("x", PORT_NAMES), value("1", PORTS)) + "    }\n    container "
                + string("b", NAMES) + " {\n" + container("      ", string("y", PORT_NAMES), value("2", PORTS))
                + "    }\n  }\n";
    }

    private String service(String workload, String port) {
        String type = pick(List.of("", " nodeport", " loadbalancer"));
        return "  service " + string("s", NAMES) + " for " + workload + type + " on tcp/" + value("80", PORTS) + " -> "
                + port + maybe(" at " + pick(NODE_PORTS)) + maybe(", tcp/81 -> 8080")
                + maybe(", tcp/" + value("82", PORTS) + " -> 8080") + maybe(" from " + value("10.0.0.0/8", CIDRS))
                + maybe(block(type))
                + "\n";
    }

    private String block(String type) {
        boolean isExternal = !type.isEmpty() || random.nextInt(30) == 0;
        boolean isBalanced = type.equals(" loadbalancer") || random.nextInt(30) == 0;
        return " { " + maybe("labels " + labels() + "; ")
                + maybe("session-affinity " + value("3h", TIMES) + "; ")
                + (isExternal ? maybe("external-traffic local; ") : "")
                + maybe("internal-traffic cluster; ")
                + (isBalanced ? maybe("class " + string("a.b/c", KEYS) + "; ") : "")
                + maybe("ip-families "
                        + pick(List.of("ipv4", "prefer ipv6", "ipv4, ipv6", "prefer ipv6, ipv4", "ipv4, ipv4")) + "; ")
                + "publish-not-ready }";
    }

    private String otherServices(String workload) {
        return maybe("  service t for " + workload + " headless" + maybe(" on tcp/80 -> 8080") + "\n")
                + maybe("  service u for " + workload + "\n") + "  service e external "
                + string("db.example.com", HOSTS) + "\n";
    }

    private String policy(String workload, String port) {
        return "  policy " + string("p", NAMES) + " { " + workload + " allows " + value("10.0.0.0/8", CIDRS)
                + maybe(" except " + value("10.1.0.0/16", CIDRS)) + ", pods(" + string("k", KEYS) + " in ("
                + string("v", VALUES) + ")) on " + value("any port", List.of("tcp", port, "tcp/1-9000")) + " }\n";
    }

    private String container(String indentation, String portName, String port) {
        return indentation + "image " + string("x:1", IMAGES) + "\n" + indentation + "port " + portName + " tcp/" + port
                + "\n" + indentation + "env " + string("A", ENV_NAMES) + " = \"\"\n" + indentation + "env "
                + string("B", ENV_NAMES) + " = \"b\"\n"
                + maybe(indentation + "env C from " + pick(List.of("secret", "config")) + " " + string("c", NAMES)
                        + " key " + string("k", KEYS) + " optional\n")
                + maybe(indentation + "env D from field " + string("status.podIP", FIELDS) + "\n")
                + maybe(indentation + "env from config " + string("c", NAMES) + "\n")
                + maybe(indentation + "cpu ${cpu} .. 2\n".replace("${cpu}", value("1", AMOUNTS)))
                + maybe(indentation + "memory " + value("64Mi", AMOUNTS) + "\n");
    }

    private String labels() {
        return string("k", KEYS) + "=" + string("v", VALUES)
                + maybe(" " + string("l", KEYS) + "=" + string("v", VALUES));
    }

    private String string(String plain, List<String> awkward) {
        return "\"" + value(plain, awkward) + "\"";
    }

    private String value(String plain, List<String> awkward) {
        return random.nextInt(30) == 0 ? pick(awkward) : plain;
    }

    private String maybe(String text) {
        return random.nextInt(4) == 0 ? text : "";
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
