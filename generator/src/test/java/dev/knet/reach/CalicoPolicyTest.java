package dev.knet.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What Calico's policies do, case by case. */
final class CalicoPolicyTest {
    private static final String SHUT =
            "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: np, namespace: shop}, spec: {"
                    + "podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress]}}\n---\n";

    private static String policy(String name, String spec) {
        return "{apiVersion: projectcalico.org/v3, kind: NetworkPolicy, metadata: {name: " + name
                + ", namespace: shop}, spec: {" + spec + "}}\n---\n";
    }

    private static String global(String name, String spec) {
        return policy(name, spec)
                .replace("kind: NetworkPolicy", "kind: GlobalNetworkPolicy")
                .replace(", namespace: shop}", "}");
    }

    private static String tier(String name, String spec) {
        return "{apiVersion: projectcalico.org/v3, kind: Tier, metadata: {name: " + name + "}, spec: {" + spec
                + "}}\n---\n";
    }

    private static final String DB = "selector: \"app == 'db'\"";

    /** In the tier of NetworkPolicy, whoever is selected is isolated. */
    @Test
    void theDefaultTierIsolates() {
        String deny = policy("p", DB + ", ingress: [{action: Deny, source: {selector: \"app == 'nobody'\"}}]");
        assertThat(new NativeCluster(deny).between("web", "db")).isEqualTo("No Connections");
        assertThat(new NativeCluster(deny).between("db", "web")).isEqualTo("All Connections");
    }

    @Test
    void aTierThatPassesIsolatesNobody() {
        String deny = tier("first", "order: 5, defaultAction: Pass")
                + policy(
                        "p",
                        "tier: first, " + DB
                                + ", types: [Ingress], ingress: [{action: Deny, protocol: TCP, destination: {ports: [1, '5:9']}}]");
        assertThat(new NativeCluster(deny).between("web", "db"))
                .isEqualTo("SCTP 1-65535,TCP 2-4,10-65535,UDP 1-65535,others");
        assertThat(new NativeCluster(deny + SHUT).between("web", "db")).isEqualTo("No Connections");
        assertThat(new NativeCluster(deny.replace("Pass}", "Deny}")).between("web", "db"))
                .isEqualTo("No Connections");
    }

    @Test
    void thePlaceAmongNetworkPolicies() {
        String open = SHUT.replace("policyTypes: [Ingress]", "policyTypes: [Ingress], ingress: [{}]");
        String deny = policy("p", "order: %s, " + DB + ", types: [Ingress], ingress: [{action: Deny}]");
        assertThat(new NativeCluster(open + deny.formatted("999.5")).between("web", "db"))
                .isEqualTo("No Connections");
        assertThat(new NativeCluster(open + deny.formatted("1001")).between("web", "db"))
                .isEqualTo("All Connections");
        assertThat(new NativeCluster(open + deny.replace("order: %s, ", "")).between("web", "db"))
                .isEqualTo("All Connections");
        // What is passed on in their tier goes past them.
        assertThat(new NativeCluster(SHUT + deny.formatted("1").replace("Deny", "Pass")).between("web", "db"))
                .isEqualTo("All Connections");
    }

    @Test
    void theTiersOfClusterNetworkPolicyHaveTheirPlaces() {
        String cluster =
                "{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: c}, spec: {"
                        + "tier: %s, priority: 1, subject: {namespaces: {}}, ingress: [{action: Accept, from: [{namespaces: {}}]}]}}\n---\n";
        String early =
                tier("early", "order: 900") + policy("p", "tier: early, types: [Ingress], ingress: [{action: Deny}]");
        String late = early.replace("900", "1100");
        assertThat(new NativeCluster(cluster.formatted("Admin") + early).between("web", "db"))
                .isEqualTo("No Connections");
        assertThat(new NativeCluster(cluster.formatted("Admin") + late).between("web", "db"))
                .isEqualTo("All Connections");
        assertThat(new NativeCluster(cluster.formatted("Baseline") + late).between("web", "db"))
                .isEqualTo("No Connections");
    }

    @Test
    void aSelectorAloneIsOfTheOwnNamespace() {
        String allow = "types: [Ingress], " + DB + ", ingress: [{action: Allow, source: {%s}}]";
        assertThat(new NativeCluster(policy("p", allow.formatted("selector: 'has(app)'"))).between("visitor", "db"))
                .isEqualTo("No Connections");
        assertThat(new NativeCluster(global("p", allow.formatted("selector: 'has(app)'"))).between("visitor", "db"))
                .isEqualTo("All Connections");
        assertThat(new NativeCluster(policy(
                                "p", allow.formatted("namespaceSelector: \"projectcalico.org/name == 'guest'\"")))
                        .between("visitor", "db"))
                .isEqualTo("All Connections");
        assertThat(new NativeCluster(policy("p", allow.formatted("namespaceSelector: 'all()'")))
                        .between("8.8.8.8", "db"))
                .isEqualTo("No Connections");
        assertThat(new NativeCluster(policy("p", allow.formatted(""))).between("8.8.8.8", "db"))
                .isEqualTo("All Connections");
        assertThat(new NativeCluster(global("p", allow.formatted("notSelector: 'has(app)'"))).between("8.8.8.8", "db"))
                .isEqualTo("All Connections");
    }

    @Test
    void accounts() {
        String allow = policy(
                "p",
                "types: [Ingress], " + DB
                        + ", ingress: [{action: Allow, source: {serviceAccounts: {names: [front]}}}]");
        NativeCluster cluster = new NativeCluster(allow);
        assertThat(cluster.between("web", "db")).isEqualTo("All Connections");
        assertThat(cluster.between("visitor", "db")).isEqualTo("No Connections");
        assertThat(cluster.reachability().connections())
                .noneMatch(it ->
                        it.from().text().equals("shop/*[Pod]") && it.to().text().equals("shop/db[Pod]"));
        assertThat(cluster.cannotReach("namespace guest", "db", "any port")).isTrue();
        assertThat(cluster.cannotReach("namespace shop", "db", "any port")).isFalse();
    }

    @Test
    void messagesOfIcmp() {
        String allow = policy(
                "p",
                "types: [Ingress], " + DB + ", ingress: [{action: Allow, protocol: ICMP, icmp: {type: 8, code: 0}}]");
        assertThat(new NativeCluster(allow).between("web", "db")).isEqualTo("icmp 8/0");
        assertThat(new NativeCluster(allow.replace(", icmp: {type: 8, code: 0}", "")).between("web", "db"))
                .isEqualTo("icmp 0-255");
        String deny =
                policy("p", "types: [Ingress], " + DB + ", ingress: [{action: Deny, protocol: ICMP}, {action: Allow}]");
        assertThat(new NativeCluster(deny).between("web", "db"))
                .isEqualTo("SCTP 1-65535,TCP 1-65535,UDP 1-65535,icmpv6 0-255,protocol 0-255");
    }

    @Test
    void services() {
        String allow = policy(
                "p",
                "types: [Egress], " + DB
                        + ", egress: [{action: Allow, protocol: %s, destination: {services: {name: %s}}}]");
        assertThat(new NativeCluster(allow.formatted("TCP", "front")).between("db", "web"))
                .isEqualTo("TCP 8080");
        assertThat(new NativeCluster(allow.formatted("UDP", "front")).between("db", "web"))
                .isEqualTo("No Connections");
        NativeCluster unknown = new NativeCluster(allow.formatted("TCP", "other"));
        assertThat(unknown.between("db", "visitor")).isEqualTo("TCP 1-65535");
        assertThat(unknown.reaches("db", "visitor", "tcp/80")).isFalse();
        assertThat(unknown.cannotReach("db", "visitor", "tcp/80")).isFalse();
    }

    @Test
    void setsOfAddresses() {
        String set =
                "{apiVersion: projectcalico.org/v3, kind: GlobalNetworkSet, metadata: {name: s, labels: {set: bad}},"
                        + " spec: {nets: [203.0.113.0/24]}}\n---\n";
        String deny = global(
                "p",
                "types: [Egress], " + DB
                        + ", egress: [{action: Deny, destination: {selector: \"set == 'bad'\"%s}}, {action: Allow}]");
        for (String more : new String[] {"", ", namespaceSelector: 'global()'"}) {
            NativeCluster cluster = new NativeCluster(set + deny.formatted(more));
            assertThat(cluster.between("db", "203.0.113.9")).isEqualTo("No Connections");
            assertThat(cluster.between("db", "8.8.8.8")).isEqualTo("All Connections");
            assertThat(cluster.between("db", "web")).isEqualTo("All Connections");
        }
        assertThat(new NativeCluster(set
                                + policy(
                                        "p",
                                        "types: [Egress], " + DB
                                                + ", egress: [{action: Allow, destination: {selector: 'has(set)'}}]"))
                        .between("db", "203.0.113.9"))
                .isEqualTo("No Connections");
    }

    /** A port that is open for some requests is open, and nobody can rely on it. */
    @Test
    void http() {
        String allow = policy(
                "p",
                "types: [Ingress], " + DB
                        + ", ingress: [{action: Allow, protocol: TCP, destination: {ports: [80]}, http: {methods: [GET]}}]");
        NativeCluster cluster = new NativeCluster(allow);
        assertThat(cluster.between("web", "db")).isEqualTo("TCP 80");
        assertThat(cluster.reaches("web", "db", "tcp/80")).isFalse();
        assertThat(cluster.cannotReach("web", "db", "tcp/80")).isFalse();
    }

    @Test
    void whatOnlyLogsDecidesNothing() {
        String log = policy("p", "types: [Ingress], " + DB + ", ingress: [{action: Log}, {action: Allow}]");
        assertThat(new NativeCluster(log).between("web", "db")).isEqualTo("All Connections");
    }

    @Test
    void explanationsNameTierPolicyAndRule() {
        String deny = tier("first", "order: 5, defaultAction: Pass")
                + policy(
                        "p",
                        "tier: first, " + DB
                                + ", types: [Ingress], ingress: [{action: Log}, {action: Deny, protocol: TCP, destination: {ports: [80]}}]");
        Reachability reachability = new NativeCluster(deny).reachability();
        var side = reachability
                .explain(
                        reachability.find("web").get(0), reachability.find("db").get(0))
                .get(0)
                .ingress();
        var judging = side.natives().get(0);
        assertThat(judging.policy().title()).isEqualTo("NetworkPolicy of Calico shop/p");
        assertThat(judging.policy().tier()).isEqualTo("first");
        assertThat(judging.rules()).hasSize(1);
        assertThat(judging.rules().get(0).rule().path()).isEqualTo("spec.ingress[1]");
        assertThat(judging.rules().get(0).decided()).hasToString("TCP 80");
    }

    @Test
    void aTierThatIsNotThere() {
        assertThatThrownBy(() -> new NativeCluster(policy("p", "tier: absent")))
                .hasMessageContaining(
                        "`spec.tier` of NetworkPolicy `shop/p` is `absent`, and there is no Tier of that name");
    }
}
