package dev.knet.reach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What ClusterNetworkPolicy does beside NetworkPolicy, case by case. */
final class ClusterPolicyTest {
    private static final String HEAD = "apiVersion: policy.networking.k8s.io/v1alpha2\nkind: ClusterNetworkPolicy\n";

    private static String policy(String name, String tier, int priority, String spec) {
        return HEAD + "metadata: {name: " + name + "}\nspec: {tier: " + tier + ", priority: " + priority
                + ", subject: {pods: {podSelector: {matchLabels: {app: db}}}}, " + spec + "}\n---\n";
    }

    private static String portable(String spec) {
        return "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: np, namespace: shop}, spec: {"
                + "podSelector: {matchLabels: {app: db}}, " + spec + "}}\n---\n";
    }

    private static final String FROM_ALL = "from: [{namespaces: {}}]";

    @Test
    void isolatesNobody() {
        NativeCluster cluster = new NativeCluster(policy(
                "p",
                "Admin",
                1,
                "ingress: [{action: Deny, " + FROM_ALL + ", protocols: [{tcp: {destinationPort: {number: 1}}}]}]"));
        assertThat(cluster.between("web", "db")).isEqualTo("SCTP 1-65535,TCP 2-65535,UDP 1-65535,others");
        assertThat(cluster.between("8.8.8.8", "db")).isEqualTo("All Connections");
        assertThat(cluster.between("agent", "db")).isEqualTo("All Connections");
    }

    @Test
    void adminIsAskedBeforeNetworkPolicy() {
        String open = portable("policyTypes: [Ingress], ingress: [{}]");
        String shut = portable("policyTypes: [Ingress]");
        String deny = policy("p", "Admin", 1, "ingress: [{action: Deny, " + FROM_ALL + "}]");
        assertThat(new NativeCluster(open + deny).between("web", "db")).isEqualTo("No Connections");
        assertThat(new NativeCluster(shut + deny.replace("Deny", "Accept")).between("web", "db"))
                .isEqualTo("All Connections");
        assertThat(new NativeCluster(shut + deny.replace("Deny", "Pass")).between("web", "db"))
                .isEqualTo("No Connections");
    }

    @Test
    void baselineIsAskedOnlyWhereNothingIsolates() {
        String deny = policy("p", "Baseline", 1, "ingress: [{action: Deny, " + FROM_ALL + "}]");
        assertThat(new NativeCluster(deny).between("web", "db")).isEqualTo("No Connections");
        assertThat(new NativeCluster(deny + portable("policyTypes: [Ingress], ingress: [{}]")).between("web", "db"))
                .isEqualTo("All Connections");
        // A policy of the other direction leaves this one to the baseline.
        assertThat(new NativeCluster(deny + portable("policyTypes: [Egress], egress: [{}]")).between("web", "db"))
                .isEqualTo("No Connections");
    }

    @Test
    void theLowerNumberIsAskedFirst() {
        String accept = policy("z", "Admin", 1, "ingress: [{action: Accept, " + FROM_ALL + "}]");
        String deny = policy("a", "Admin", 2, "ingress: [{action: Deny, " + FROM_ALL + "}]");
        assertThat(new NativeCluster(deny + accept).between("web", "db")).isEqualTo("All Connections");
    }

    @Test
    void passSkipsTheTierOnly() {
        String pass = policy("a", "Admin", 1, "ingress: [{action: Pass, " + FROM_ALL + "}]");
        String deny = policy("b", "Admin", 2, "ingress: [{action: Deny, " + FROM_ALL + "}]");
        assertThat(new NativeCluster(pass + deny).between("web", "db")).isEqualTo("All Connections");
        String baseline = policy("c", "Baseline", 1, "ingress: [{action: Deny, " + FROM_ALL + "}]");
        assertThat(new NativeCluster(pass + deny + baseline).between("web", "db"))
                .isEqualTo("No Connections");
    }

    @Test
    void namesOfPortsAreOfAnyProtocol() {
        String deny = policy(
                        "p",
                        "Admin",
                        1,
                        "ingress: [{action: Deny, " + FROM_ALL + ", protocols: [{destinationNamedPort: http}]}]")
                .replace("app: db", "app: web");
        assertThat(new NativeCluster(deny).between("db", "web"))
                .isEqualTo("SCTP 1-65535,TCP 1-8079,8081-65535,UDP 1-65535,others");
    }

    @Test
    void networksMayBeOfPods() {
        String deny = policy("p", "Admin", 1, "egress: [{action: Deny, to: [{networks: [10.0.0.0/8]}]}]");
        NativeCluster cluster = new NativeCluster(deny);
        assertThat(cluster.between("db", "10.1.1.1")).isEqualTo("No Connections");
        assertThat(cluster.between("db", "web")).isEqualTo("All Connections");
        assertThat(cluster.reaches("db", "web", "tcp/80")).isFalse();
        assertThat(cluster.cannotReach("db", "web", "tcp/80")).isFalse();
        NativeCluster everything = new NativeCluster(deny.replace("10.0.0.0/8", "0.0.0.0/0, '::/0'"));
        assertThat(everything.cannotReach("db", "anyone", "any port")).isTrue();
        NativeCluster link = new NativeCluster(deny.replace("10.0.0.0/8", "169.254.169.254/32"));
        assertThat(link.reaches("db", "web", "tcp/80")).isTrue();
        assertThat(link.cannotReach("db", "169.254.169.254", "any port")).isTrue();
    }

    @Test
    void passedOnPerhaps() {
        String pass = policy("a", "Admin", 1, "egress: [{action: Pass, to: [{networks: [10.0.0.0/8]}]}]");
        String deny = policy("b", "Admin", 2, "egress: [{action: Deny, to: [{namespaces: {}}]}]");
        NativeCluster cluster = new NativeCluster(pass + deny);
        assertThat(cluster.between("db", "web")).isEqualTo("All Connections");
        assertThat(cluster.reaches("db", "web", "tcp/80")).isFalse();
    }

    @Test
    void nodesAreNoPods() {
        String deny = policy("p", "Admin", 1, "egress: [{action: Deny, to: [{nodes: {}}]}]");
        NativeCluster cluster = new NativeCluster(deny);
        assertThat(cluster.reaches("db", "web", "tcp/80")).isTrue();
        assertThat(cluster.reaches("db", "8.8.8.8", "tcp/80")).isFalse();
        assertThat(cluster.cannotReach("db", "8.8.8.8", "tcp/80")).isFalse();
    }

    @Test
    void changesAndListsKnowOfThem() {
        String deny = policy(
                "p", "Admin", 1, "ingress: [{action: Deny, from: [{pods: {podSelector: {matchLabels: {role: x}}}}]}]");
        assertThat(Changes.between(
                        new NativeCluster(deny).reachability().objects(),
                        new NativeCluster("").reachability().objects(),
                        Reachability.Options.USUAL))
                .anyMatch(it -> it.toString().startsWith("*/{role=x}[Pod] => shop/db[Pod] : All Connections"));
    }

    @Test
    void whatIsAllowedOnlyToSomeIsFoundOfPodsToCome() {
        String shut = portable("policyTypes: [Ingress]");
        String accept = policy(
                "p",
                "Admin",
                2,
                "ingress: [{action: Accept, from: [{pods: {podSelector: {matchLabels: {role: x}}}}]}]");
        String deny = policy(
                "q",
                "Admin",
                1,
                "ingress: [{action: Deny, from: [{pods: {podSelector: {matchLabels: {quarantine: now}}}}]}]");
        assertThat(new NativeCluster(shut + deny).cannotReach("anyone", "db", "any port"))
                .isTrue();
        assertThat(new NativeCluster(shut + accept + deny).cannotReach("anyone", "db", "any port"))
                .isFalse();
        String denyAll = deny.replace("{pods: {podSelector: {matchLabels: {quarantine: now}}}}", "{namespaces: {}}");
        assertThat(new NativeCluster(shut + accept + denyAll).cannotReach("anyone", "db", "any port"))
                .isTrue();
    }

    /** A pod may escape a refusal by what it has, and not only by what it has not. */
    @Test
    void whoEscapesARefusalIsFoundToo() {
        String shut = portable("policyTypes: [Ingress]");
        String accept = policy(
                "p",
                "Admin",
                2,
                "ingress: [{action: Accept, from: [{pods: {podSelector: {matchLabels: {role: x}}}}]}]");
        String deny = policy(
                "q",
                "Admin",
                1,
                "ingress: [{action: Deny, from: [{pods: {podSelector: {matchExpressions: [{key: checked, operator: NotIn,"
                        + " values: [done]}]}}}]}]");
        assertThat(new NativeCluster(shut + deny + accept).cannotReach("anyone", "db", "any port"))
                .isFalse();
        assertThat(new NativeCluster(shut + deny + accept.replace("role: x", "checked: never"))
                        .cannotReach("anyone", "db", "any port"))
                .isTrue();
    }
}
