package dev.knet.reach.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.PolicyObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NetworkPolicies: their defaults, and what the API server would refuse. */
final class PolicyReaderTest {
    private static final String HEAD =
            "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, namespace: shop}\n";

    private static String shown(PolicyObject policy) {
        return "[" + policy.subjects() + "]" + rules(" in", policy.ingress()) + rules(" out", policy.egress());
    }

    private static String rules(String direction, Optional<List<PolicyObject.Rule>> rules) {
        List<String> parts = new ArrayList<>();
        rules.orElse(List.of()).forEach(rule -> {
            List<String> peers = new ArrayList<>();
            rule.peers()
                    .forEach(peer -> peers.add(peer.fold(
                            pods -> pods.namespaces().map(it -> "<" + it + ">").orElse("") + "[" + pods.pods() + "]",
                            block -> block.range() + (block.except().isEmpty() ? "" : " less " + block.except()))));
            List<String> ports = new ArrayList<>();
            rule.ports()
                    .forEach(port -> ports.add(port.fold(
                            numbers -> numbers.ports().toString(), named -> named.protocol() + " " + named.name())));
            parts.add(peers + " on " + ports);
        });
        return rules.isPresent() ? direction + " " + parts : "";
    }

    /** Rows of the table of facts, by their numbers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "1  | spec: {}                                             | [] in []",
                "1  |                                                      | [] in []",
                "1  | spec: {podSelector: null}                            | [] in []",
                "1  | spec: {podSelector: {matchLabels: {b: x, a: w}}}     | [a=w,b=x] in []",
                "2  | spec: {egress: []}                                   | [] in []",
                "2  | spec: {egress: [{}]}                                 | [] in [] out [[] on []]",
                "2  | spec: {policyTypes: []}                              | [] in []",
                "2  | spec: {policyTypes: [Egress]}                        | [] out []",
                "2  | spec: {policyTypes: [Ingress, Egress]}               | [] in [] out []",
                "3  | spec: {policyTypes: [Ingress, Ingress]}              | [] in []",
                "3  | spec: {policyTypes: [Egress], ingress: [{}]}         | [] out []",
                "3  | spec: {policyTypes: [Ingress], egress: [{}]}         | [] in []",
                "4  | spec: {ingress: []}                                  | [] in []",
                "4  | spec: {ingress: [{}]}                                | [] in [[] on []]",
                "4  | spec: {ingress: [null]}                              | [] in [[] on []]",
                "5  | spec: {ingress: [{from: []}]}                        | [] in [[] on []]",
                "6  | spec: {ingress: [{ports: []}]}                       | [] in [[] on []]",
                "7  | spec: {ingress: [{ports: [{}]}]}                     | [] in [[] on [TCP 1-65535]]",
                "7  | spec: {ingress: [{ports: [{protocol: UDP}]}]}        | [] in [[] on [UDP 1-65535]]",
                "7  | spec: {ingress: [{ports: [{port: 80}]}]}             | [] in [[] on [TCP 80]]",
                "8  | spec: {ingress: [{ports: [{port: 80}, {port: 81}]}, {}]} | [] in [[] on [TCP 80, TCP 81], [] on []]",
                "9  | spec: {ingress: [{from: [{podSelector: {}}]}]}       | [] in [[[]] on []]",
                "9  | spec: {ingress: [{from: [{namespaceSelector: {}}]}]} | [] in [[<>[]] on []]",
                "9  | spec: {ingress: [{from: [{namespaceSelector: {}, podSelector: {matchLabels: {a: b}}}]}]} | [] in [[<>[a=b]] on []]",
                "9  | spec: {egress: [{to: [{podSelector: {}}, {namespaceSelector: {matchLabels: {t: x}}}]}]} | [] in [] out [[[], <t=x>[]] on []]",
                "13 | spec: {ingress: [{ports: [{port: http, protocol: UDP}]}]} | [] in [[] on [UDP http]]",
                "14 | spec: {ingress: [{ports: [{port: 80, endPort: 90}]}]} | [] in [[] on [TCP 80-90]]",
                "14 | spec: {ingress: [{ports: [{port: 80, endPort: 80}]}]} | [] in [[] on [TCP 80]]",
                "15 | spec: {ingress: [{ports: [{port: 80, protocol: SCTP}]}]} | [] in [[] on [SCTP 80]]",
                "17 | spec: {ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]} | [] in [[10.0.0.0-10.255.255.255] on []]",
                "18 | spec: {ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]}]} | [] in [[10.0.0.0-10.255.255.255 less [10.1.0.0-10.1.255.255]] on []]",
                "-  | spec: {podSelector: {matchLabels: {z: w}, matchExpressions: [{key: a, operator: In, values: [x, w]}, {key: b, operator: NotIn, values: [x]}, {key: c, operator: Exists}, {key: d, operator: DoesNotExist, values: []}]}} | [z=w,a in (x,w),b!=x,c,!d] in []",
            })
    void defaults(String row, String spec, String expected) {
        ClusterObjects objects = Manifests.read(HEAD + (spec == null ? "" : spec));
        assertThat(Manifests.findings(objects)).isEmpty();
        assertThat(objects.policies())
                .singleElement()
                .extracting(PolicyReaderTest::shown)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "spec: []                                        | `spec` of % takes fields, not a list",
                "spec: all                                       | `spec` of % takes fields, not `all`",
                "spec: {ingress: {}}                             | `spec.ingress` of % takes a list, not a mapping",
                "spec: {ingress: [[]]}                           | `spec.ingress[0]` of % takes fields, not a list",
                "spec: {policyTypes: [ingress]}                  | `spec.policyTypes[0]` of % takes `Ingress` or `Egress`, not `ingress`",
                "spec: {policyTypes: [Ingress, Egress, Egress]}  | `spec.policyTypes` of % takes at most two",
                "spec: {podSelector: {matchLabels: {a: 1}}}      | `spec.podSelector.matchLabels.a` of % takes text; `1` without quotes is a number",
                "spec: {podSelector: {matchLabels: {a: yes}}}    | `spec.podSelector.matchLabels.a` of % takes text; `yes` without quotes is a boolean",
                "spec: {podSelector: {matchLabels: {a b: c}}}    | `spec.podSelector.matchLabels` of % has a key that no label has: `a b`",
                "spec: {podSelector: {matchLabels: {a: -b}}}     | `spec.podSelector.matchLabels` of % has a value that no label has: `-b`",
                "spec: {podSelector: {matchLabels: {a: b, a: c}}} | `spec.podSelector.matchLabels.a` of % stands there twice",
                "spec: {podSelector: {matchExpressions: [{key: a, operator: in, values: [b]}]}} | `spec.podSelector.matchExpressions[0].operator` of % takes `In`, `NotIn`, `Exists` or `DoesNotExist`, not `in`",
                "spec: {podSelector: {matchExpressions: [{key: a, operator: In}]}} | `spec.podSelector.matchExpressions[0].values` of % is empty, and the operator is `In`",
                "spec: {podSelector: {matchExpressions: [{key: a, operator: Exists, values: [b]}]}} | `spec.podSelector.matchExpressions[0].values` of % is not, and the operator is `Exists`",
                "spec: {podSelector: {matchExpressions: [{operator: Exists}]}} | `spec.podSelector.matchExpressions[0].key` of % is missing",
                "spec: {podSelector: {matchExpressions: [{key: a}]}} | `spec.podSelector.matchExpressions[0].operator` of % is missing",
                "spec: {ingress: [{from: [{}]}]}                 | `spec.ingress[0].from[0]` of % says nothing; for all pods of all namespaces write `namespaceSelector: {}`",
                "spec: {ingress: [{from: [{podSelector: null}]}]} | `spec.ingress[0].from[0]` of % says nothing; for all pods of all namespaces write `namespaceSelector: {}`",
                "spec: {ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}]}]} | `spec.ingress[0].from[0]` of % has an `ipBlock` and a selector; write them as two peers",
                "spec: {ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/33}}]}]} | `spec.ingress[0].from[0].ipBlock.cidr` of % is no CIDR: `10.0.0.0/33`",
                "spec: {ingress: [{from: [{ipBlock: {}}]}]}      | `spec.ingress[0].from[0].ipBlock.cidr` of % is missing",
                "spec: {ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0/8]}}]}]} | `spec.ingress[0].from[0].ipBlock.except[0]` of % is not inside `10.0.0.0/8`, or all of it: `10.0.0.0/8`",
                "spec: {ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [11.0.0.0/16]}}]}]} | `spec.ingress[0].from[0].ipBlock.except[0]` of % is not inside `10.0.0.0/8`, or all of it: `11.0.0.0/16`",
                "spec: {ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: ['::/0']}}]}]} | `spec.ingress[0].from[0].ipBlock.except[0]` of % is not inside `10.0.0.0/8`, or all of it: `::/0`",
                "spec: {ingress: [{ports: [{protocol: tcp}]}]}   | `spec.ingress[0].ports[0].protocol` of % takes `TCP`, `UDP` or `SCTP`, not `tcp`",
                "spec: {ingress: [{ports: [{protocol: ICMP}]}]}  | `spec.ingress[0].ports[0].protocol` of % takes `TCP`, `UDP` or `SCTP`, not `ICMP`",
                "spec: {ingress: [{ports: [{port: 0}]}]}         | `spec.ingress[0].ports[0].port` of % takes a whole number from 1 to 65535, not `0`",
                "spec: {ingress: [{ports: [{port: 65536}]}]}     | `spec.ingress[0].ports[0].port` of % takes a whole number from 1 to 65535, not `65536`",
                "spec: {ingress: [{ports: [{port: 080}]}]}       | `spec.ingress[0].ports[0].port` of % takes a whole number from 1 to 65535, not `080`",
                "spec: {ingress: [{ports: [{port: 8e1}]}]}       | `spec.ingress[0].ports[0].port` of % takes a whole number from 1 to 65535, not `8e1`",
                "spec: {ingress: [{ports: [{port: 99999999999999}]}]} | `spec.ingress[0].ports[0].port` of % takes a whole number from 1 to 65535, not `99999999999999`",
                "spec: {ingress: [{ports: [{port: '80'}]}]}      | `spec.ingress[0].ports[0].port` of % is no name of a port: `80`; a number stands without quotes",
                "spec: {ingress: [{ports: [{port: Http}]}]}      | `spec.ingress[0].ports[0].port` of % is no name of a port: `Http`; a number stands without quotes",
                "spec: {ingress: [{ports: [{endPort: 90}]}]}     | `spec.ingress[0].ports[0].endPort` of % needs a number in `port`",
                "spec: {ingress: [{ports: [{port: http, endPort: 90}]}]} | `spec.ingress[0].ports[0].endPort` of % needs a number in `port`",
                "spec: {ingress: [{ports: [{port: 80, endPort: 79}]}]} | `spec.ingress[0].ports[0].endPort` of % is below `port`: 79 and 80",
                "spec: {egress: [{to: [null]}]}                  | `spec.egress[0].to[0]` of % says nothing; for all pods of all namespaces write `namespaceSelector: {}`",
            })
    void refused(String spec, String message) {
        ClusterObjects objects = Manifests.read(HEAD + spec);
        String expected = "error a.yaml:4 " + message.replace("%", "NetworkPolicy `shop/p`");
        assertThat(Manifests.findings(objects)).containsExactly(expected);
        assertThat(objects.policies()).isEmpty();
    }

    @Test
    void fieldsThatAreNone() {
        ClusterObjects objects = Manifests.read(HEAD + """
                Spec: {}
                spec:
                  podselector: {}
                  ingress:
                  - form: []
                    to: []
                    from:
                    - podSelector: {}
                      namespaceSelektor: {}
                  - ports:
                    - port: 80
                      endport: 90
                status: {}
                """);
        String of = " of NetworkPolicy `shop/p` is no field that Kubernetes knows, and does nothing";
        assertThat(Manifests.findings(objects))
                .containsExactly(
                        "warning a.yaml:4 `Spec`" + of,
                        "warning a.yaml:6 `spec.podselector`" + of,
                        "warning a.yaml:8 `spec.ingress[0].form`" + of,
                        "warning a.yaml:9 `spec.ingress[0].to`" + of,
                        "warning a.yaml:12 `spec.ingress[0].from[0].namespaceSelektor`" + of,
                        "warning a.yaml:15 `spec.ingress[1].ports[0].endport`" + of);
        assertThat(objects.policies()).hasSize(1);
    }

    @Test
    void namesOfPortsOfAddresses() {
        assertThat(Manifests.findings(HEAD + """
                spec:
                  egress:
                  - to:
                    - ipBlock: {cidr: 10.0.0.0/8}
                    - podSelector: {}
                    ports:
                    - port: 443
                    - port: https
                  - to:
                    - podSelector: {}
                    ports:
                    - port: https
                  - ports:
                    - port: https
                  ingress:
                  - from:
                    - ipBlock: {cidr: 10.0.0.0/8}
                    ports:
                    - port: https
                """))
                .containsExactly("warning a.yaml:11 `spec.egress[0].ports[1].port` of NetworkPolicy `shop/p`"
                        + " is a name, and addresses have no names for ports: it opens nothing of the `ipBlock`;"
                        + " write a number");
    }

    @Test
    void otherVersionsAreNotRead() {
        String text = "apiVersion: extensions/v1beta1\nkind: NetworkPolicy\nmetadata: {name: p}";
        assertThat(Manifests.findings(text))
                .containsExactly("error a.yaml:1 `apiVersion` of the `NetworkPolicy` is `extensions/v1beta1`,"
                        + " and only `networking.k8s.io/v1` is read");
    }
}
