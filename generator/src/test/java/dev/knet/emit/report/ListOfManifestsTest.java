package dev.knet.emit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.emit.report.ConnectionReport.Format;
import dev.knet.reach.Changes;
import dev.knet.reach.Connection;
import dev.knet.reach.Reachability;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.Finding;
import dev.knet.reach.read.ManifestReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From manifests to the lines that scripts read: what np-guard's lists have, ours have in the same words. */
final class ListOfManifestsTest {
    private static final String NAMESPACES = """
            {apiVersion: v1, kind: Namespace, metadata: {name: depot}}
            ---
            {apiVersion: v1, kind: Namespace, metadata: {name: yard, labels: {zone: outer}}}
            ---
            """;

    private static String pod(String namespace, String name, String labels, String more) {
        return "{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", namespace: " + namespace + ", labels: {"
                + labels + "}" + more + "}}\n---\n";
    }

    private static String ownedBy(String kind, String name) {
        return ", ownerReferences: [{apiVersion: apps/v1, kind: " + kind + ", name: " + name + ", controller: true}]";
    }

    private static String policy(String namespace, String name, String spec) {
        return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: " + name + ", namespace: "
                + namespace + "}\nspec:\n" + spec.indent(2) + "---\n";
    }

    private static List<Connection> connections(String... texts) {
        ClusterObjects objects = ManifestReader.read(
                List.of(new ManifestReader.Source(
                        "a.yaml", String.join("", texts).getBytes(StandardCharsets.UTF_8))),
                ClusterObjects.DEFAULT_NAMESPACE);
        assertThat(objects.findings()).noneMatch(Finding::isError);
        return Reachability.of(objects, new Reachability.Options(false, false, List.of()))
                .connections();
    }

    private static String list(String... texts) {
        return ConnectionReport.list(connections(texts), Format.TXT);
    }

    private static final String CRANE =
            pod("depot", "crane-7d9c-x2x", "part: crane, pod-template-hash: 7d9c", ownedBy("ReplicaSet", "crane-7d9c"));
    private static final String LOG = pod("depot", "log", "part: log", "");
    private static final String GATE = pod("yard", "gate-0", "part: gate", ownedBy("StatefulSet", "gate"));

    @Test
    void portsAreInTheOrderOfTheirProtocolsAndNeighboursARange() {
        String spec = """
                podSelector: {matchLabels: {part: log}}
                policyTypes: [Ingress, Egress]
                ingress:
                - from:
                  - podSelector: {matchLabels: {part: crane}}
                  ports:
                  - {port: 514, protocol: UDP}
                  - {port: 6515, protocol: TCP}
                  - {port: 6514, protocol: TCP}
                  - {port: 20, protocol: SCTP}
                  - {port: 80}
                  - {port: nameless}
                - from:
                  - namespaceSelector: {matchExpressions: [{key: zone, operator: NotIn, values: [inner]}, {key: zone, operator: Exists}]}
                  ports:
                  - {protocol: TCP}
                """;
        assertThat(list(NAMESPACES, CRANE, LOG, GATE, policy("depot", "log", spec)))
                .isEqualTo("""
                0.0.0.0-255.255.255.255[External] => depot/crane[Deployment] : All Connections
                0.0.0.0-255.255.255.255[External] => yard/gate[StatefulSet] : All Connections
                depot/crane[Deployment] => 0.0.0.0-255.255.255.255[External] : All Connections
                depot/crane[Deployment] => depot/log[Pod] : SCTP 20,TCP 80,6514-6515,UDP 514
                depot/crane[Deployment] => yard/gate[StatefulSet] : All Connections
                yard/gate[StatefulSet] => 0.0.0.0-255.255.255.255[External] : All Connections
                yard/gate[StatefulSet] => depot/crane[Deployment] : All Connections
                yard/gate[StatefulSet] => depot/log[Pod] : TCP 1-65535
                """);
    }

    private static String blocks(String except) {
        return policy("depot", "log", """
                podSelector: {matchLabels: {part: log}}
                ingress:
                - from:
                  - ipBlock: {cidr: 192.0.2.0/24, except: [%s]}
                  ports:
                  - {port: 514, protocol: UDP}
                """.formatted(except));
    }

    @Test
    void addressesAreCutOnlyWhereTheirLinesDiffer() {
        assertThat(list(LOG, CRANE, blocks("192.0.2.64/26, 192.0.2.128/25"))).isEqualTo("""
                0.0.0.0-255.255.255.255[External] => depot/crane[Deployment] : All Connections
                192.0.2.0-192.0.2.63[External] => depot/log[Pod] : UDP 514
                depot/crane[Deployment] => 0.0.0.0-255.255.255.255[External] : All Connections
                depot/log[Pod] => 0.0.0.0-255.255.255.255[External] : All Connections
                depot/log[Pod] => depot/crane[Deployment] : All Connections
                """);
    }

    @Test
    void changesHaveThePortsOfBothSides() {
        List<Connection> before = connections(LOG, CRANE, blocks("192.0.2.64/26"));
        List<Connection> after = connections(LOG, GATE, blocks("192.0.2.128/25"));
        assertThat(ChangesReport.of(Changes.between(before, after)).text()).contains("""
                diff-type: added, source: 192.0.2.64-192.0.2.127[External], destination: depot/log[Pod], dir1: No Connections, dir2: UDP 514
                """, """
                diff-type: added, source: depot/log[Pod], destination: yard/gate[StatefulSet], dir1: No Connections, dir2: All Connections
                """, """
                diff-type: removed, source: 192.0.2.128-192.0.2.255[External], destination: depot/log[Pod], dir1: UDP 514, dir2: No Connections
                """, """
                diff-type: removed, source: depot/log[Pod], destination: depot/crane[Deployment], dir1: All Connections, dir2: No Connections
                """);
    }

    @Test
    void whatRoutesOrHasComeToAnEndIsNoEnd() {
        String routes = """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: log, namespace: depot}
                spec: {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: log, port: {number: 80}}}}]}}]}
                ---
                {apiVersion: route.openshift.io/v1, kind: Route, metadata: {name: log, namespace: depot}, spec: {to: {kind: Service, name: log}}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: log, namespace: depot}, spec: {selector: {part: log}, ports: [{port: 80}]}}
                ---
                """;
        String finished = pod("depot", "once", "part: once", ownedBy("Job", "once"))
                .replace("}}\n", "}, status: {phase: Succeeded}}\n");
        assertThat(list(LOG, routes, finished)).isEqualTo(list(LOG));
    }
}
