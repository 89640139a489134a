package dev.knet.reach.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cilium's policies: what the API server or the agent would refuse, and what cannot be known. */
final class CiliumPolicyReaderTest {
    private static final String POLICY =
            "{apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: {name: p, namespace: shop}, spec: {%s}}";
    private static final String SELECTED = "endpointSelector: {}, ";

    private static String named(String message) {
        return message.replaceFirst("` ", "` of CiliumNetworkPolicy `shop/p` ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "ingress: [{}]                                   | `spec` takes one of `endpointSelector` and `nodeSelector`",
                "endpointSelector: {}, nodeSelector: {}, ingress: [{}] | `spec` takes one of `endpointSelector` and `nodeSelector`",
                "nodeSelector: {}, ingress: [{}]                 | `spec.nodeSelector` stands in a CiliumClusterwideNetworkPolicy only",
                "endpointSelector: {}, ingress: []               | `spec` has no rules, and the agent refuses it; to isolate, write `ingress: [{}]` or `egress: [{}]`",
                "endpointSelector: {matchLabels: {#reserved:host#: ##}}, ingress: [{}] | `spec.endpointSelector` asks for `reserved:host`, and only labels of Kubernetes are read",
            })
    void refusedSpecs(String spec, String message) {
        String text = POLICY.formatted(spec.replace('#', '"'));
        assertThat(Manifests.findings(text)).contains("error a.yaml:1 " + named(message));
        assertThat(Manifests.read(text).natives()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "ingress: [{fromEndpoints: [{}], fromEntities: [all]}] | `spec.ingress[0].fromEntities` is a second way to say whom the rule is about; write two rules",
                "ingress: [{fromEntities: [nobody]}]             | `spec.ingress[0].fromEntities[0]` is no entity: `nobody`",
                "ingress: [{fromCIDR: [10.0.0.1]}]               | `spec.ingress[0].fromCIDR[0]` is no CIDR: `10.0.0.1`",
                "ingress: [{fromCIDRSet: [{cidr: 10.0.0.0/8, except: [11.0.0.0/8]}]}] | `spec.ingress[0].fromCIDRSet[0].except[0]` is not inside `10.0.0.0/8`: `11.0.0.0/8`",
                "ingress: [{fromCIDRSet: [{}]}]                  | `spec.ingress[0].fromCIDRSet[0]` takes one of `cidr`, `cidrGroupRef` and `cidrGroupSelector`",
                "ingress: [{fromRequires: [{}]}]                 | `spec.ingress[0].fromRequires` is no longer read by the agent",
                "ingress: [{toPorts: [{}]}]                      | `spec.ingress[0].toPorts[0]` has no `ports`; for all of them, leave `toPorts` out",
                "ingress: [{toPorts: [{ports: [{protocol: TCP}]}]}] | `spec.ingress[0].toPorts[0].ports[0].port` is missing",
                "ingress: [{toPorts: [{ports: [{port: '70000'}]}]}] | `spec.ingress[0].toPorts[0].ports[0].port` is no port: `70000`",
                "ingress: [{toPorts: [{ports: [{port: '80', protocol: GRE}]}]}] | `spec.ingress[0].toPorts[0].ports[0].protocol` takes `TCP`, `UDP`, `SCTP` or `ANY`, not `GRE`",
                "ingress: [{toPorts: [{ports: [{port: '80'}], rules: {http: [{}]}}]}] | `spec.ingress[0].toPorts[0].rules.http` needs the protocol `TCP`",
                "ingress: [{toPorts: [{ports: [{port: '53'}], rules: {dns: [{matchPattern: '*'}]}}]}] | `spec.ingress[0].toPorts[0].rules.dns` stands in egress only",
                "ingress: [{toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {kafka: [{}]}}]}] | `spec.ingress[0].toPorts[0].rules.kafka` is not read",
                "ingress: [{icmps: [{fields: [{type: 8}]}], toPorts: [{ports: [{port: '80'}]}]}] | `spec.ingress[0].icmps` cannot stand with `toPorts`; write them as two rules",
                "ingress: [{icmps: [{fields: [{type: Ping}]}]}]  | `spec.ingress[0].icmps[0].fields[0].type` is no type of ICMP: `Ping`",
                "ingress: [{icmps: [{fields: [{family: v4, type: 8}]}]}] | `spec.ingress[0].icmps[0].fields[0].family` takes `IPv4` or `IPv6`, not `v4`",
                "egressDeny: [{toFQDNs: [{matchName: a.example}]}] | `spec.egressDeny[0].toFQDNs` cannot be denied",
                "egress: [{toServices: [{}]}]                    | `spec.egress[0].toServices[0]` takes one of `k8sService` and `k8sServiceSelector`",
            })
    void refusedRules(String rules, String message) {
        String text = POLICY.formatted(SELECTED + rules);
        assertThat(Manifests.findings(text)).contains("error a.yaml:1 " + named(message));
        assertThat(Manifests.read(text).natives()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "ingress: [{fromEntities: [kube-apiserver]}] | `spec.ingress[0].fromEntities[0]` is `kube-apiserver`, whose addresses are not known here: any may be one",
                "ingress: [{fromEntities: [unmanaged]}] | `spec.ingress[0].fromEntities[0]` is `unmanaged`, and it is not known which pods are that: any may be",
                "ingress: [{fromNodes: [{}]}] | `spec.ingress[0].fromNodes[0]` is about nodes, of which nothing is known here",
                "ingress: [{fromCIDRSet: [{cidrGroupRef: g}]}] | `spec.ingress[0].fromCIDRSet[0]` is about a group of addresses, which is not read: each outside the cluster may be in it",
                "egress: [{toFQDNs: [{matchName: a.example}]}] | `spec.egress[0].toFQDNs[0]` is about a name, whose addresses are not known here: each outside the cluster may be one",
                "egress: [{toServices: [{k8sService: {serviceName: s}}]}] | `spec.egress[0].toServices[0].k8sService` is a service of which no pods are known here: anybody may be behind it",
                "ingress: [{fromEndpoints: [{}], authentication: {mode: required}}] | `spec.ingress[0].authentication` lets through whoever authenticates, which is not known here",
                "ingress: [{toPorts: [{ports: [{port: '443', protocol: TCP}], serverNames: [a.example]}]}] | `spec.ingress[0].toPorts[0].serverNames` opens these ports in part; here, they are open or not",
                "ingress: [{toPorts: [{ports: [{port: '90', endPort: 80}]}]}] | `spec.ingress[0].toPorts[0].ports[0].endPort` is below `port`: the rule is about no port at all",
                "ingressDeny: [{toPorts: [{ports: [{port: '80'}], rules: {http: [{}]}}]}] | `spec.ingressDeny[0].toPorts[0].rules` is no field that Kubernetes knows, and does nothing",
            })
    void notKnown(String rules, String message) {
        String text = POLICY.formatted(SELECTED + rules);
        assertThat(Manifests.findings(text)).containsExactly("warning a.yaml:1 " + named(message));
        assertThat(Manifests.read(text).natives()).hasSize(1);
    }

    @Test
    void severalSpecs() {
        String text = POLICY.replace(
                "spec: {%s}", "specs: [{" + SELECTED + "ingress: [{}]}, {" + SELECTED + "egress: [{}]}]");
        assertThat(Manifests.findings(text)).isEmpty();
        assertThat(Manifests.read(text).natives())
                .extracting(it -> it.ingress().isPresent() + " " + it.egress().isPresent())
                .containsExactly("true false", "false true");
    }
}
