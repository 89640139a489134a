package dev.knet.emit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.emit.report.ExplanationReport.Question;
import dev.knet.reach.End;
import dev.knet.reach.Reachability;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.read.ManifestReader;
import dev.knet.reach.read.ManifestReader.Source;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of policies that are none of Kubernetes itself. */
final class NativeExplanationTest {
    private static final String PODS = """
            {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop, labels: {app: web}}, spec: {containers: [{name: c}]}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: db, namespace: shop, labels: {app: db}}, spec: {containers: [{name: c}]}}
            ---
            {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: open, namespace: shop}, spec: {
              podSelector: {}, policyTypes: [Ingress], ingress: [{}]}}
            ---
            """;

    private static ExplanationReport report(String policies) {
        ClusterObjects objects = ManifestReader.read(
                List.of(new Source("a.yaml", (PODS + policies).getBytes(StandardCharsets.UTF_8))), "default");
        Reachability reachability = Reachability.of(objects);
        End from = reachability.find("web").get(0);
        End to = reachability.find("db").get(0);
        return ExplanationReport.of(
                new Question(from, to, Optional.of(PortSet.of(Protocol.TCP, 80))),
                reachability.explain(from, to),
                objects,
                Sentences.NONE);
    }

    @Test
    void aRefusalIsNamedAndNothingIsMissing() {
        ExplanationReport report = report(
                "{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: fence}, spec: {"
                        + "tier: Admin, priority: 1, subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]}}");
        assertThat(report.text()).isEqualTo("""
                shop/web[Pod] cannot connect to shop/db[Pod] on TCP 80

                egress of shop/web[Pod]: open on TCP 80
                  no policy isolates it: everything may leave

                ingress of shop/db[Pod]: closed on TCP 80
                  tier Admin: ClusterNetworkPolicy fence (a.yaml:8) selects it
                    spec.ingress[0] refuses TCP 80
                  policy shop/open (a.yaml:5) selects it
                    spec.ingress[0] opens every port and protocol

                a rule refuses ingress of shop/db[Pod] on TCP 80: no other rule opens what is refused
                """);
        assertThat(report.json())
                .contains("\"policy\": \"tier Admin: ClusterNetworkPolicy fence (a.yaml:8) selects it\"")
                .contains("\"spec.ingress[0] refuses TCP 80\"");
    }

    @Test
    void aTierThatIsolatesIsNamed() {
        assertThat(report(
                                "{apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: {name: p, namespace: shop}, spec: {"
                                        + "endpointSelector: {}, egress: [{}]}}")
                        .text())
                .contains("""
                        egress of shop/web[Pod]: closed on TCP 80
                          tier default: CiliumNetworkPolicy shop/p (a.yaml:8) selects it
                            isolates it, and no rule of its tier lets through TCP 80
                        """);
    }
}
