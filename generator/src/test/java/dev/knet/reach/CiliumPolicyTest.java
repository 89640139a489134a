package dev.knet.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Cilium's policies do, case by case: the probes of the real engine among them. */
final class CiliumPolicyTest {
    private static final String ALL = "All Connections";
    private static final String NONE = "No Connections";

    private static String policy(String name, String spec) {
        return "{apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: {name: " + name
                + ", namespace: shop}, spec: {endpointSelector: {matchLabels: {app: db}}, " + spec + "}}\n---\n";
    }

    private static String wide(String name, String spec) {
        return policy(name, spec)
                .replace("CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy")
                .replace(", namespace: shop}", "}");
    }

    private static String portable(String spec) {
        return "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: np, namespace: shop}, spec: {"
                + "podSelector: {matchLabels: {app: db}}, " + spec + "}}\n---\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ingress: [{}]                                          | No Connections  | No Connections  | No Connections",
                "ingress: [{fromEndpoints: []}]                         | No Connections  | No Connections  | No Connections",
                "ingress: [{fromEndpoints: [{}]}]                       | All Connections | No Connections  | No Connections",
                "ingress: [{fromEntities: [all]}]                       | All Connections | All Connections | All Connections",
                "ingress: [{toPorts: [{ports: [{port: \"1\", protocol: TCP}]}]}] | TCP 1 | TCP 1 | TCP 1",
                "ingressDeny: [{}], enableDefaultDeny: {ingress: false} | All Connections | All Connections | All Connections",
                "egress: [{}], enableDefaultDeny: {ingress: true}       | All Connections | All Connections | All Connections",
                "ingressDeny: [{fromEndpoints: [{}]}]                   | No Connections  | No Connections  | No Connections",
                "ingress: [{fromEntities: [world]}]                     | No Connections  | No Connections  | All Connections",
                "ingress: [{fromEntities: [cluster]}]                   | All Connections | All Connections | No Connections",
                "ingress: [{fromCIDR: [0.0.0.0/0]}]                     | No Connections  | No Connections  | All Connections",
                "ingress: [{fromEndpoints: [{matchLabels: {\"k8s:io.kubernetes.pod.namespace\": guest}}]}] | No Connections | All Connections | No Connections",
                "ingress: [{fromEndpoints: [{matchExpressions: [{key: \"k8s:io.kubernetes.pod.namespace\", operator: Exists}]}]}] | All Connections | All Connections | No Connections",
                "ingress: [{fromEndpoints: [{matchLabels: {io.cilium.k8s.policy.serviceaccount: front}}]}] | All Connections | No Connections | No Connections",
                "ingress: [{fromEndpoints: [{}], toPorts: [{ports: [{port: \"0\", protocol: UDP}]}]}] | UDP 1-65535 | No Connections | No Connections",
                "ingress: [{icmps: [{fields: [{type: 8}, {family: IPv6, type: EchoRequest}]}]}] | icmp 8,icmpv6 128 | icmp 8,icmpv6 128 | icmp 8,icmpv6 128",
            })
    void probes(String spec, String client, String guest, String world) {
        NativeCluster cluster = new NativeCluster(policy("p", spec));
        assertThat(cluster.between("web", "db")).isEqualTo(client);
        assertThat(cluster.between("visitor", "db")).isEqualTo(guest);
        assertThat(cluster.between("8.8.8.8", "db")).isEqualTo(world);
    }

    @Test
    void aRefusalBeatsEveryPermission() {
        String deny = policy(
                "p",
                "ingressDeny: [{fromEndpoints: [{matchLabels: {app: web}}]}], enableDefaultDeny: {ingress: false}");
        String open = portable("policyTypes: [Ingress], ingress: [{}]");
        assertThat(new NativeCluster(open + deny).between("web", "db")).isEqualTo(NONE);
        assertThat(new NativeCluster(open + deny).between("visitor", "db")).isEqualTo(ALL);
        assertThat(new NativeCluster(policy("a", "ingress: [{fromEntities: [all]}]") + deny).between("web", "db"))
                .isEqualTo(NONE);
    }

    @Test
    void permissionsOfAllKindsAddUp() {
        String shut = portable("policyTypes: [Ingress]");
        assertThat(new NativeCluster(shut + wide("p", "ingress: [{fromEndpoints: [{}]}]")).between("visitor", "db"))
                .isEqualTo(ALL);
        assertThat(new NativeCluster(shut + wide("p", "ingress: [{fromEndpoints: [{}]}]")).between("8.8.8.8", "db"))
                .isEqualTo(NONE);
    }

    @Test
    void clusterNetworkPolicyIsBeforeAndBehind() {
        String cluster =
                "{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: c}, spec: {"
                        + "tier: %s, priority: 1, subject: {namespaces: {}}, ingress: [{action: %s, from: [{namespaces: {}}]}]}}\n---\n";
        String deny = policy("p", "ingressDeny: [{fromEntities: [all]}]");
        assertThat(new NativeCluster(deny + cluster.formatted("Admin", "Accept")).between("web", "db"))
                .isEqualTo(ALL);
        assertThat(new NativeCluster(deny + cluster.formatted("Baseline", "Accept")).between("web", "db"))
                .isEqualTo(NONE);
        String leaving = portable("policyTypes: [Egress]");
        assertThat(new NativeCluster(policy("p", "egress: [{}]") + leaving + cluster.formatted("Baseline", "Deny"))
                        .between("web", "db"))
                .isEqualTo(NONE);
    }

    /** A port that is open for some requests is open, and nobody can rely on it. */
    @Test
    void whatCannotBeKnown() {
        String http =
                "ingress: [{fromEndpoints: [{}], toPorts: [{ports: [{port: \"80\", protocol: TCP}], rules: {http: [{method: GET}]}}]}]";
        NativeCluster inPart = new NativeCluster(policy("p", http));
        assertThat(inPart.between("web", "db")).isEqualTo("TCP 80");
        assertThat(inPart.reaches("web", "db", "tcp/80")).isFalse();
        assertThat(inPart.cannotReach("web", "db", "tcp/80")).isFalse();
        NativeCluster names = new NativeCluster(policy("p", "egress: [{toFQDNs: [{matchName: a.example}]}]"));
        assertThat(names.between("db", "8.8.8.8")).isEqualTo(ALL);
        assertThat(names.reaches("db", "8.8.8.8", "tcp/80")).isFalse();
        assertThat(names.cannotReach("db", "web", "any port")).isTrue();
        NativeCluster host = new NativeCluster(policy("p", "ingress: [{fromEntities: [host]}]"));
        assertThat(host.between("agent", "db")).isEqualTo(ALL);
        assertThat(host.reaches("agent", "db", "tcp/80")).isFalse();
        assertThat(host.cannotReach("web", "db", "any port")).isTrue();
    }

    @Test
    void questionsOfDnsAreOpenIfAllNamesAre() {
        String dns = policy(
                "p",
                "egress: [{toEndpoints: [{}], toPorts: [{ports: [{port: \"53\"}], rules: {dns: [{matchPattern: \"*\"}]}}]}]");
        assertThat(new NativeCluster(dns).reaches("db", "web", "udp/53")).isTrue();
        assertThat(new NativeCluster(dns.replace("\"*\"", "\"*.example\"")).reaches("db", "web", "udp/53"))
                .isFalse();
    }

    @Test
    void services() {
        NativeCluster cluster = new NativeCluster(
                policy("p", "egress: [{toServices: [{k8sService: {serviceName: front, namespace: shop}}]}]"));
        assertThat(cluster.between("db", "web")).isEqualTo(ALL);
        assertThat(cluster.between("db", "visitor")).isEqualTo(NONE);
    }

    @Test
    void twoPluginsAreTooMany() {
        String calico =
                "{apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: c}, spec: {}}\n---\n";
        assertThatThrownBy(() -> new NativeCluster(policy("p", "ingress: [{}]") + calico))
                .hasMessageContaining(
                        "CiliumNetworkPolicy `shop/p` is for Cilium, and GlobalNetworkPolicy `c` is for Calico");
    }
}
