package dev.knet.reach.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calico's policies: what its admission would refuse, and what cannot be known. */
final class CalicoPolicyReaderTest {
    private static final String POLICY =
            "{apiVersion: projectcalico.org/v3, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {%s}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "selector: a ~ b                           | `spec.selector` has `~ b` where a label should be",
                "selector: global()                        | `spec.selector` has `global()`, which stands in the `namespaceSelector` of a rule only",
                "types: [Both]                             | `spec.types[0]` takes `Ingress` or `Egress`, not `Both`",
                "types: [Ingress, Ingress]                 | `spec.types[1]` stands there twice",
                "order: 1e3                                | `spec.order` takes a plain number, not `1e3`",
                "ingress: [{}]                             | `spec.ingress[0].action` is missing",
                "ingress: [{action: Accept}]               | `spec.ingress[0].action` takes `Allow`, `Deny`, `Log` or `Pass`, not `Accept`",
                "ingress: [{action: Allow, protocol: GRE}] | `spec.ingress[0].protocol` takes `TCP`, `UDP`, `SCTP`, `ICMP`, `ICMPv6`, `UDPLite` or a number from 1 to 255, not `GRE`",
                "ingress: [{action: Allow, destination: {ports: [80]}}] | `spec.ingress[0].destination.ports` needs the protocol `TCP`, `UDP` or `SCTP`",
                "ingress: [{action: Allow, protocol: TCP, destination: {ports: ['9:1']}}] | `spec.ingress[0].destination.ports[0]` is no range of ports: `9:1`",
                "ingress: [{action: Allow, protocol: TCP, destination: {ports: ['a b']}}] | `spec.ingress[0].destination.ports[0]` is no port: `a b`",
                "ingress: [{action: Allow, icmp: {type: 8}}] | `spec.ingress[0].icmp` needs the protocol `ICMP` or `ICMPv6`",
                "ingress: [{action: Allow, protocol: ICMP, icmp: {code: 8}}] | `spec.ingress[0].icmp.code` needs a `type`",
                "ingress: [{action: Allow, protocol: ICMP, icmp: {type: 255}}] | `spec.ingress[0].icmp.type` takes a whole number from 0 to 254, not `255`",
                "ingress: [{action: Allow, protocol: ICMP, ipVersion: 6}] | `spec.ingress[0].ipVersion` is 6, and the protocol is one of version 4",
                "ingress: [{action: Deny, http: {methods: [GET]}}] | `spec.ingress[0].http` can only be allowed",
                "ingress: [{action: Allow, protocol: UDP, http: {methods: [GET]}}] | `spec.ingress[0].http` needs the protocol `TCP`",
                "ingress: [{action: Allow, destination: {services: {name: a}}}] | `spec.ingress[0].destination.services` cannot stand there: in ingress, services are sources",
                "egress: [{action: Allow, destination: {services: {}}}] | `spec.egress[0].destination.services.name` is missing",
                "egress: [{action: Allow, destination: {services: {name: a}, selector: all()}}] | `spec.egress[0].destination.selector` cannot stand with `services`",
                "egress: [{action: Allow, destination: {nets: [300.1.1.1]}}] | `spec.egress[0].destination.nets[0]` is no CIDR: `300.1.1.1`",
                "tier: absent                              | `spec.tier` is `absent`, and there is no Tier of that name: its place is not known",
            })
    void refused(String spec, String message) {
        assertThat(Manifests.findings(POLICY.formatted(spec)))
                .contains("error a.yaml:1 " + message.replaceFirst("` ", "` of NetworkPolicy `shop/p` "));
        assertThat(Manifests.read(POLICY.formatted(spec)).natives()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "serviceAccountSelector: has(a) | `spec.serviceAccountSelector` is about labels of service accounts, which are not known here: any may have them",
                "ingress: [{action: Allow, protocol: TCP, source: {ports: [1]}}] | `spec.ingress[0].source.ports` is about ports from which connections come, which may be any",
                "ingress: [{action: Allow, protocol: TCP, destination: {notPorts: [http]}}] | `spec.ingress[0].destination.notPorts[0]` is a name, and pods may have different numbers for it: which ports are left is not known",
                "ingress: [{action: Allow, ipVersion: 4}] | `spec.ingress[0].ipVersion` is about one version, and it is not known which addresses pods have",
                "ingress: [{action: Allow, http: {methods: [GET]}}] | `spec.ingress[0].http` opens these ports in part; here, they are open or not",
                "egress: [{action: Allow, destination: {services: {name: a}}}] | `spec.egress[0].destination.services` is a service of which no pods are known here: anybody may be behind it",
                "doNotTrack: true | `spec.doNotTrack` is no field that Kubernetes knows, and does nothing",
            })
    void notKnown(String spec, String message) {
        assertThat(Manifests.findings(POLICY.formatted(spec)))
                .containsExactly("warning a.yaml:1 " + message.replaceFirst("` ", "` of NetworkPolicy `shop/p` "));
        assertThat(Manifests.read(POLICY.formatted(spec)).natives()).hasSize(1);
    }

    @Test
    void policiesForNodes() {
        String global = POLICY.replace("kind: NetworkPolicy", "kind: GlobalNetworkPolicy")
                .replace(", namespace: shop", "");
        assertThat(Manifests.findings(global.formatted("doNotTrack: true, applyOnForward: true")))
                .containsExactly(
                        "warning a.yaml:1 `spec.doNotTrack` of GlobalNetworkPolicy `p` makes it a policy for the"
                                + " interfaces of nodes, of which nothing is said here");
        assertThat(Manifests.findings(global.formatted("preDNAT: true")))
                .contains("error a.yaml:1 `spec.preDNAT` of GlobalNetworkPolicy `p` needs `applyOnForward`");
    }

    @Test
    void tiers() {
        String tier = "{apiVersion: projectcalico.org/v3, kind: Tier, metadata: {name: %s}, spec: {%s}}";
        assertThat(Manifests.findings(tier.formatted("default", "order: 1000000, defaultAction: Deny")))
                .isEmpty();
        assertThat(Manifests.findings(tier.formatted("default", "order: 5")))
                .containsExactly(
                        "error a.yaml:1 `spec` of Tier `default` is not what this tier has in every cluster: order"
                                + " 1000000 and `Deny`");
        assertThat(Manifests.findings(tier.formatted("a", "defaultAction: Allow")))
                .containsExactly("error a.yaml:1 `spec.defaultAction` of Tier `a` takes `Deny` or `Pass`, not `Allow`");
    }

    @Test
    void tooManyParts() {
        StringBuilder selector = new StringBuilder("has(a)");
        for (int i = 0; i < 13; i++) {
            selector.append(" || a contains '").append(i).append("'");
        }
        assertThat(Manifests.findings(POLICY.formatted("selector: \"" + selector + "\"")))
                .containsExactly(
                        "error a.yaml:1 `spec.selector` of NetworkPolicy `shop/p` asks for more parts of values of"
                                + " one label than can be looked at");
    }
}
