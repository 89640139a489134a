package dev.knet.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of policies of others that do nothing, and what is not. */
final class OversightsTest {
    private static final String SHOP = pods("shop", "web", "{name: http, containerPort: 80}") + pods("shop", "db", "")
            + "---\n{apiVersion: v1, kind: Pod, metadata: {name: agent, namespace: shop, labels: {app: agent}},"
            + " spec: {hostNetwork: true, containers: [{ports: [{name: node, containerPort: 1}]}]}}\n";
    private static final String MONITORING =
            "---\n{apiVersion: v1, kind: Namespace, metadata: {name: monitoring, labels: {team: ops}}}\n"
                    + pods("monitoring", "prometheus", "{name: dns, protocol: UDP, containerPort: 53}");

    private static String pods(String namespace, String name, String ports) {
        return "---\n{apiVersion: apps/v1, kind: Deployment, metadata: {name: " + name + ", namespace: " + namespace
                + "}, spec: {template: {metadata: {labels: {app: " + name + "}}, spec: {containers: [{ports: [" + ports
                + "]}]}}}}\n";
    }

    private static String policy(String metadata, String spec) {
        return "---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {" + metadata + "}, spec: {"
                + spec + "}}\n";
    }

    /** In `shop`, selecting `web`. */
    private static String rules(String rules) {
        return policy("name: p, namespace: shop", "podSelector: {matchLabels: {app: web}}, " + rules);
    }

    private static List<String> remarks(String text) {
        return Subject.of(List.of(Manifest.of("a.yaml", text.getBytes(UTF_8)))).remarks().stream()
                .map(it -> (it.isError() ? "error " : "") + it.text())
                .toList();
    }

    /** Of a policy on the second line. */
    private static List<String> of(String policy) {
        return remarks(policy + SHOP + MONITORING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "app: wbe | no pod: in namespace `shop`, the manifests have none with `app=wbe`",
                "app: prometheus | no pod: in namespace `shop`, the manifests have none with `app=prometheus`; namespace `monitoring` has some",
                "app: agent | only pods that are in their node's network, where policies do not see them",
            })
    void aPolicyThatSelectsNoPod(String labels, String who) {
        String policy = policy("name: p, namespace: shop", "podSelector: {matchLabels: {" + labels + "}}");
        assertThat(of(policy)).containsExactly("a.yaml:2: NetworkPolicy `shop/p` selects " + who);
        assertThat(remarks(policy)).isEmpty();
    }

    @Test
    void aSelectorOfAllWaitsForWhateverComes() {
        String namespace = "---\n{apiVersion: v1, kind: Namespace, metadata: {name: new}}\n";
        String policy = "name: p, namespace: new";
        assertThat(of(policy(policy, "podSelector: {}") + namespace)).isEmpty();
        assertThat(of(policy(policy, "podSelector: {matchLabels: {app: x}}") + namespace))
                .hasSize(1);
    }

    @Test
    void aNamespaceOfPoliciesOnly() {
        String policy = policy("name: p, namespace: shpo", "podSelector: {}");
        assertThat(of(policy
                        + policy.replace("name: p", "name: q")
                        + policy("name: p, namespace: elsewhere", "podSelector: {}")))
                .containsExactly(
                        "a.yaml:2: nothing of the manifests is in namespace `shpo` but policies (2 of them, the first"
                                + " here); did you mean `shop`?",
                        "a.yaml:6: nothing of the manifests is in namespace `elsewhere` but policies");
        assertThat(remarks(policy + policy("name: p, namespace: shop", "podSelector: {}")))
                .isEmpty();
        assertThat(of(policy.replace("shpo", "kube-system"))).isEmpty();
        String service = "---\n{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shpo}}\n";
        assertThat(of(policy + service)).isEmpty();
        String declared = "---\n{apiVersion: v1, kind: Namespace, metadata: {name: shpo}}\n";
        assertThat(of(policy + declared)).isEmpty();
    }

    @Test
    void aPolicyThatNamesNoNamespace() {
        String policy = policy("name: p", "podSelector: {matchLabels: {app: web}}");
        String said = "a NetworkPolicy that names no namespace is taken to be in `default`, where the manifests have no"
                + " pod; others name theirs in `metadata.namespace`";
        assertThat(of(policy)).containsExactly("a.yaml:2: " + said);
        assertThat(of(policy + policy.replace("name: p", "name: q")))
                .containsExactly(
                        "a.yaml:2: " + said.replace("namespace is", "namespace (2 of them, the first here) is"));
        assertThat(remarks(policy + policy("name: p, namespace: shop", "podSelector: {}")))
                .containsExactly("a.yaml:2: " + said);
        assertThat(remarks(policy + SHOP.replace(", namespace: shop", ""))).isEmpty();
        assertThat(remarks(policy)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{podSelector: {matchLabels: {app: clinet}}} | no pod: in namespace `shop`, the manifests have none with `app=clinet`",
                "{podSelector: {matchLabels: {app: prometheus}}} | no pod: in namespace `shop`, the manifests have none with `app=prometheus`; namespace `monitoring` has some, but without a `namespaceSelector` the policy's own namespace is meant",
                "{namespaceSelector: {matchLabels: {team: ops}}, podSelector: {matchLabels: {app: x}}} | no pod: in the namespaces with `team=ops`, the manifests have none with `app=x`",
                "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}, podSelector: {matchLabels: {app: web}}} | no pod: in the namespaces with `kubernetes.io/metadata.name=monitoring`, the manifests have none with `app=web`; namespace `shop` has some",
                "{podSelector: {matchLabels: {app: agent}}} | only pods that are in their node's network, where policies do not see them",
            })
    void aPeerThatIsNobody(String peer, String who) {
        String web = "{podSelector: {matchLabels: {app: db}}}, ";
        assertThat(of(rules("ingress: [{from: [" + web + peer + "]}]")))
                .containsExactly("a.yaml:2: `spec.ingress[0].from[1]` of NetworkPolicy `shop/p` selects " + who);
        assertThat(of(rules("policyTypes: [Egress], egress: [{to: [" + web + "]}, {to: [" + peer + "]}]")))
                .containsExactly("a.yaml:2: `spec.egress[1].to[0]` of NetworkPolicy `shop/p` selects " + who);
    }

    /** There may be pods that no manifest has. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{podSelector: {}}",
                "{namespaceSelector: {}, podSelector: {matchLabels: {k8s-app: kube-dns}}}",
                "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}, podSelector: {matchLabels: {k8s-app: kube-dns}}}",
                "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: other}}, podSelector: {matchLabels: {a: b}}}",
                "{namespaceSelector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: In, values: [shop, other]}]}, podSelector: {matchLabels: {a: b}}}",
                "{namespaceSelector: {matchExpressions: [{key: team, operator: DoesNotExist}]}, podSelector: {matchLabels: {a: b}}}",
                "{namespaceSelector: {matchLabels: {team: dev}}, podSelector: {matchLabels: {a: b}}}",
                "{ipBlock: {cidr: 10.0.0.0/8}}",
            })
    void aPeerThatMayBeSomebody(String peer) {
        String system = pods("kube-system", "metrics", "");
        assertThat(of(rules("ingress: [{from: [" + peer + "]}], egress: [{to: [" + peer + "]}]") + system))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "ingress: [{ports: [{port: http}, {port: 1}]}] | - | -",
                "ingress: [{ports: [{port: 1}, {port: htpt}]}] | ingress[0].ports[1] | that it selects names a TCP port `htpt`; did you mean `http`?",
                "ingress: [{ports: [{port: http, protocol: UDP}]}] | ingress[0].ports[0] | that it selects names a UDP port `http`",
                "egress: [{to: [{podSelector: {}}], ports: [{port: http}]}] | - | -",
                "egress: [{to: [{podSelector: {}}], ports: [{port: node}]}] | egress[0].ports[0] | that the rule is about names a TCP port `node`",
                "egress: [{to: [{namespaceSelector: {matchLabels: {team: ops}}}], ports: [{port: dns}]}] | egress[0].ports[0] | that the rule is about names a TCP port `dns`",
                "egress: [{to: [{namespaceSelector: {matchLabels: {team: ops}}}], ports: [{port: dns, protocol: UDP}]}] | - | -",
                "egress: [{to: [{namespaceSelector: {}}], ports: [{port: dns}]}] | - | -",
                "egress: [{ports: [{port: dns}]}] | - | -",
            })
    void aPortThatNobodyNames(String rules, String where, String whose) {
        List<String> remarks = of(rules("policyTypes: [Ingress, Egress], " + rules));
        if (where == null) {
            assertThat(remarks).isEmpty();
        } else {
            assertThat(remarks)
                    .containsExactly(
                            "a.yaml:2: `spec." + where + "` of NetworkPolicy `shop/p` opens nothing: no pod " + whose);
        }
    }

    @Test
    void anErrorIsEnough() {
        assertThat(of(policy("name: p, namespace: shpo", "podSelector: {}") + "---\n[]\n"))
                .containsExactly("error a.yaml:4: a Kubernetes object is a mapping, and this is a list");
    }

    @Test
    void namesThatAreLongOrHideSomething() {
        String name = "\"a\\e" + "b".repeat(100_000) + "\"";
        assertThat(of(policy("name: " + name + ", namespace: shop", "podSelector: {}")))
                .singleElement()
                .asString()
                .contains("`a\\u{1b}b")
                .hasSizeLessThan(300);
    }

    /** Each with a selector, a namespace and a port of its own, and labels that all pods have beside them. */
    @Test
    void manyPoliciesSortedAndNotAllTold() {
        StringBuilder text = new StringBuilder();
        int count = 5_000;
        for (int i = 0; i < count; i++) {
            String labels = "{all: x, app: a" + i + "}";
            text.append("---\n{apiVersion: v1, kind: Pod, metadata: {name: p" + i + ", namespace: n" + i % 100
                    + ", labels: " + labels + "}}\n");
        }
        for (int i = 0; i < count; i++) {
            String labels = "{matchLabels: {all: x, app: b" + i + "}}";
            String peer =
                    "{namespaceSelector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: Exists},"
                            + " {key: k" + i + ", operator: DoesNotExist}]}, podSelector: " + labels + "}";
            text.append(policy(
                    "name: p" + i + ", namespace: n" + i % 200,
                    "podSelector: " + labels + ", ingress: [{from: [{podSelector: " + labels + "}, " + peer
                            + "], ports: [{port: c" + i + "}]}]"));
        }
        List<String> remarks = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> remarks(text.toString()));
        assertThat(remarks).hasSize(41).doesNotHaveDuplicates();
        assertThat(remarks.get(0)).contains("but policies").startsWith("a.yaml:10202:");
        assertThat(remarks.get(40)).endsWith(" more like these");
    }
}
