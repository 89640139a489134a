package dev.knet.reach.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ClusterNetworkPolicy and its forerunners: what the API server would refuse of them. */
final class ClusterPolicyReaderTest {
    private static final String CLUSTER =
            "{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: p}, spec: {%s}}";
    private static final String ADMIN =
            "{apiVersion: policy.networking.k8s.io/v1alpha1, kind: %s, metadata: {name: %s}, spec: {%s}}";
    private static final String SUBJECT = "tier: Admin, priority: 1, subject: {namespaces: {}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "priority: 1, subject: {namespaces: {}}                                  | `spec.tier` is missing",
                "tier: Normal, priority: 1, subject: {namespaces: {}}                    | `spec.tier` takes `Admin` or `Baseline`, not `Normal`",
                "tier: Admin, subject: {namespaces: {}}                                  | `spec.priority` is missing",
                "tier: Admin, priority: 1001, subject: {namespaces: {}}                  | `spec.priority` takes a whole number from 0 to 1000, not `1001`",
                "tier: Admin, priority: 1                                                | `spec.subject` is missing",
                "tier: Admin, priority: 1, subject: {pods: {}}                           | `spec.subject.pods.podSelector` is missing",
                "tier: Admin, priority: 1, subject: {pods: {podSelector: {}}, namespaces: {}} | `spec.subject` says more than one thing",
            })
    void refusedSpecs(String spec, String message) {
        assertThat(Manifests.findings(CLUSTER.formatted(spec)))
                .anyMatch(it ->
                        it.equals("error a.yaml:1 " + message.replaceFirst("` ", "` of ClusterNetworkPolicy `p` ")));
        assertThat(Manifests.read(CLUSTER.formatted(spec)).natives()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "ingress: [{action: Allow, from: [{namespaces: {}}]}]         | `spec.ingress[0].action` takes `Accept`, `Deny` or `Pass`, not `Allow`",
                "ingress: [{action: Deny}]                                    | `spec.ingress[0].from` has to say whom; for all pods write `namespaces: {}`",
                "ingress: [{action: Deny, from: [{}]}]                        | `spec.ingress[0].from[0]` says nothing; for all pods write `namespaces: {}`",
                "ingress: [{action: Deny, from: [{networks: [10.0.0.0/8]}]}]  | `spec.ingress[0].from[0]` says nothing; for all pods write `namespaces: {}`",
                "egress: [{action: Deny, to: [{networks: []}]}]               | `spec.egress[0].to[0].networks` has to have some",
                "egress: [{action: Deny, to: [{networks: [10.0.0.0]}]}]       | `spec.egress[0].to[0].networks[0]` is no CIDR: `10.0.0.0`",
                "egress: [{action: Deny, to: [{networks: [10.0.0.0/8]}], protocols: [{destinationNamedPort: http}]}] | `spec.egress[0].protocols[0].destinationNamedPort` cannot stand with `networks`, `nodes` or `domainNames`, whose ports have no names",
                "ingress: [{action: Deny, from: [{namespaces: {}}], protocols: []}]   | `spec.ingress[0].protocols` has to have some; for all ports, leave it out",
                "ingress: [{action: Deny, from: [{namespaces: {}}], protocols: [{}]}] | `spec.ingress[0].protocols[0]` says nothing: it takes one of `tcp`, `udp`, `sctp` and `destinationNamedPort`",
                "ingress: [{action: Deny, from: [{namespaces: {}}], protocols: [{tcp: {}}]}] | `spec.ingress[0].protocols[0].tcp.destinationPort` takes one of `number` and `range`",
                "ingress: [{action: Deny, from: [{namespaces: {}}], protocols: [{tcp: {destinationPort: {number: 1}}, udp: {destinationPort: {number: 1}}}]}] | `spec.ingress[0].protocols[0]` says more than one thing",
                "ingress: [{action: Deny, from: [{namespaces: {}}], protocols: [{tcp: {destinationPort: {range: {start: 9, end: 9}}}}]}] | `spec.ingress[0].protocols[0].tcp.destinationPort.range` begins at 9 and ends at 9: the end has to be above",
                "ingress: [{action: Deny, from: [{namespaces: {}}], protocols: [{tcp: {destinationPort: {number: 0}}}]}] | `spec.ingress[0].protocols[0].tcp.destinationPort.number` takes a whole number from 1 to 65535, not `0`",
            })
    void refusedRules(String rules, String message) {
        String text = CLUSTER.formatted(SUBJECT + ", " + rules);
        assertThat(Manifests.findings(text))
                .contains("error a.yaml:1 " + message.replaceFirst("` ", "` of ClusterNetworkPolicy `p` "));
        assertThat(Manifests.read(text).natives()).isEmpty();
    }

    @Test
    void tooMuch() {
        String rule = "{action: Deny, from: [{namespaces: {}}]},";
        assertThat(Manifests.findings(CLUSTER.formatted(SUBJECT + ", ingress: [" + rule.repeat(25) + "]")))
                .isEmpty();
        assertThat(Manifests.findings(CLUSTER.formatted(SUBJECT + ", ingress: [" + rule.repeat(26) + "]")))
                .containsExactly("error a.yaml:1 `spec.ingress` of ClusterNetworkPolicy `p` takes at most 25");
        String longName = "name: " + "a".repeat(101) + ", ";
        assertThat(Manifests.findings(CLUSTER.formatted(
                        SUBJECT + ", ingress: [{" + longName + "action: Deny, from: [{namespaces: {}}]}]")))
                .containsExactly("error a.yaml:1 `spec.ingress[0].name` of ClusterNetworkPolicy `p` is longer than 100"
                        + " characters");
    }

    @Test
    void whatCannotBeKnown() {
        assertThat(Manifests.findings(CLUSTER.formatted(SUBJECT
                        + ", egress: [{action: Accept, to: [{networks: [10.0.0.0/8]}, {nodes: {}}, {domainNames: [a.example]}]},"
                        + " {action: Deny, to: [{networks: [169.254.169.254/32]}, {networks: [0.0.0.0/0, '::/0']}]}]")))
                .containsExactly(
                        "warning a.yaml:1 `spec.egress[0].to[0].networks` of ClusterNetworkPolicy `p` may be about pods,"
                                + " too, whose addresses are not known here",
                        "warning a.yaml:1 `spec.egress[0].to[1].nodes` of ClusterNetworkPolicy `p` is about nodes, of which"
                                + " nothing is known here: any address outside the cluster may be one",
                        "warning a.yaml:1 `spec.egress[0].to[2].domainNames` of ClusterNetworkPolicy `p` is about names of"
                                + " hosts, whose addresses are not known here: each outside the cluster may be one");
    }

    @Test
    void samePriority() {
        String other = CLUSTER.formatted(SUBJECT).replace("name: p", "name: q");
        assertThat(Manifests.findings(CLUSTER.formatted(SUBJECT) + "\n---\n" + other))
                .containsExactly(
                        "warning a.yaml:3 ClusterNetworkPolicy `q` has the same priority as ClusterNetworkPolicy `p`:"
                                + " where both select a pod, the plugin chooses which is asked first; here, it goes by their names");
        assertThat(Manifests.findings(CLUSTER.formatted(SUBJECT) + "\n---\n" + other.replace("Admin", "Baseline")))
                .isEmpty();
    }

    @Test
    void otherVersions() {
        assertThat(Manifests.findings("{apiVersion: policy.networking.k8s.io/v1alpha1, kind: ClusterNetworkPolicy}"))
                .containsExactly("error a.yaml:1 `apiVersion` of the `ClusterNetworkPolicy` is"
                        + " `policy.networking.k8s.io/v1alpha1`, and only `policy.networking.k8s.io/v1alpha2` is read");
    }

    @Test
    void forerunners() {
        String rule = "subject: {namespaces: {}}, ingress: [{action: %s, from: [{namespaces: {}}]}]";
        assertThat(Manifests.findings(
                        ADMIN.formatted("AdminNetworkPolicy", "p", "priority: 1, " + rule.formatted("Pass"))))
                .isEmpty();
        assertThat(Manifests.findings(
                        ADMIN.formatted("AdminNetworkPolicy", "p", "priority: 1, " + rule.formatted("Accept"))))
                .containsExactly(
                        "error a.yaml:1 `spec.ingress[0].action` of AdminNetworkPolicy `p` takes `Allow`, `Deny`"
                                + " or `Pass`, not `Accept`");
        assertThat(Manifests.findings(ADMIN.formatted("BaselineAdminNetworkPolicy", "default", rule.formatted("Pass"))))
                .containsExactly("error a.yaml:1 `spec.ingress[0].action` of BaselineAdminNetworkPolicy `default` takes"
                        + " `Allow` or `Deny`, not `Pass`");
        assertThat(Manifests.findings(ADMIN.formatted("BaselineAdminNetworkPolicy", "p", rule.formatted("Deny"))))
                .containsExactly("error a.yaml:1 `metadata.name` of BaselineAdminNetworkPolicy `p` has to be `default`:"
                        + " there is one for the cluster");
        assertThat(Manifests.findings(ADMIN.formatted(
                        "AdminNetworkPolicy",
                        "p",
                        "priority: 1, subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: {}}],"
                                + " ports: [{portNumber: {port: 1}, namedPort: a}]}]")))
                .containsExactly("error a.yaml:1 `spec.ingress[0].ports[0]` of AdminNetworkPolicy `p` takes one of"
                        + " `portNumber`, `portRange` and `namedPort`");
    }
}
