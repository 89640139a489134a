package dev.knet.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What policies depend on stays as knet made it, however a patch would come to change it. */
final class ProtectionTest {
    private static final String POD_TEMPLATE = "spec.template.";

    /** Of each kind with pods, and where it describes them. */
    private static Map<String, HasMetadata> workloads() {
        return Map.of(
                "", Things.pod(),
                "Deployment", Things.deployment(),
                "StatefulSet", Things.controller("apps/v1", "StatefulSet"),
                "DaemonSet", Things.controller("apps/v1", "DaemonSet"),
                "Job", Things.controller("batch/v1", "Job"),
                "CronJob", Things.cronJob());
    }

    private static String pathOf(String kind) {
        return switch (kind) {
            case "" -> "";
            case "CronJob" -> "spec.jobTemplate." + POD_TEMPLATE;
            default -> POD_TEMPLATE;
        };
    }

    /** A flow mapping within those of the path. */
    private static String at(String path, String yaml) {
        String text = yaml;
        String[] fields = path.isEmpty() ? new String[0] : path.split("\\.");
        for (int i = fields.length - 1; i >= 0; i--) {
            text = "{" + fields[i] + ": " + text + "}";
        }
        return text;
    }

    private static List<String> refused(HasMetadata object, String text) {
        Patched patched = Attempts.patch(object, text);
        assertThat(patched.diagnostics()).as(text).allMatch(it -> it.rule() == Rule.PROTECTED_FIELD);
        return patched.diagnostics().stream().map(Diagnostic::message).toList();
    }

    @TestFactory
    Stream<DynamicTest> ofPods() {
        Map<String, List<String>> patches = Map.ofEntries(
                Map.entry("{metadata: {labels: {app: db}}}", List.of("change `@metadata.labels[app]`")),
                Map.entry("{metadata: {labels: {app: null}}}", List.of("take away `@metadata.labels[app]`")),
                Map.entry("{metadata: {labels: {tier: db}}}", List.of("set `@metadata.labels[tier]`")),
                Map.entry("{metadata: {name: other}}", List.of("NAME")),
                Map.entry("{metadata: {namespace: other}}", List.of("NAMESPACE")),
                Map.entry("{metadata: {generateName: other-}}", List.of("set `@metadata.generateName`")),
                Map.entry("{metadata: {uid: a}}", List.of("set `@metadata.uid`")),
                Map.entry("{metadata: {resourceVersion: '1'}}", List.of("set `@metadata.resourceVersion`")),
                Map.entry("{metadata: {generation: 1}}", List.of("set `@metadata.generation`")),
                Map.entry("{metadata: {selfLink: a}}", List.of("set `@metadata.selfLink`")),
                Map.entry(
                        "{metadata: {creationTimestamp: '2026-01-01T00:00:00Z'}}",
                        List.of("set `@metadata.creationTimestamp`")),
                Map.entry(
                        "{metadata: {deletionTimestamp: '2026-01-01T00:00:00Z', deletionGracePeriodSeconds: 0}}",
                        List.of("set `@metadata.deletionTimestamp`", "set `@metadata.deletionGracePeriodSeconds`")),
                Map.entry("{metadata: {managedFields: [{manager: a}]}}", List.of("set `@metadata.managedFields`")),
                Map.entry("{spec: {serviceAccountName: api}}", List.of("set `@spec.serviceAccountName`")),
                Map.entry("{spec: {serviceAccount: api}}", List.of("set `@spec.serviceAccount`")),
                Map.entry("{spec: {hostNetwork: true}}", List.of("set `@spec.hostNetwork`")),
                Map.entry(
                        "{spec: {containers: [{name: web, ports: [{containerPort: 9090}]}]}}",
                        List.of("change `@spec.containers[web].ports`")),
                Map.entry(
                        "{spec: {containers: [{name: web, ports: [{containerPort: 8080, name: other}]}]}}",
                        List.of("change `@spec.containers[web].ports`")),
                Map.entry(
                        "{spec: {containers: [{name: web, ports: [{containerPort: 8080, protocol: UDP}]}]}}",
                        List.of("change `@spec.containers[web].ports`")),
                Map.entry(
                        "{spec: {containers: [{name: web, ports: [{containerPort: 8080, hostPort: 80}]}]}}",
                        List.of("change `@spec.containers[web].ports`")),
                Map.entry(
                        "{spec: {containers: [{name: web, ports: null}]}}",
                        List.of("take away `@spec.containers[web].ports`")),
                Map.entry(
                        "{spec: {containers: [{name: log, ports: [{containerPort: 1}]}]}}",
                        List.of("set `@spec.containers[log].ports`")),
                Map.entry(
                        "{spec: {containers: [{name: new, image: a, ports: [{containerPort: 1}]}]}}",
                        List.of("set `@spec.containers[new].ports`")),
                Map.entry(
                        "{spec: {initContainers: [{name: init, ports: [{containerPort: 1}]}]}}",
                        List.of("set `@spec.initContainers[init].ports`")),
                Map.entry(
                        "{spec: {initContainers: [{name: new, image: a, ports: [{containerPort: 1}]}]}}",
                        List.of("set `@spec.initContainers[new].ports`")),
                Map.entry(
                        "{spec: {ephemeralContainers: [{name: new, image: a, ports: [{containerPort: 1}]}]}}",
                        List.of("set `@spec.ephemeralContainers`")),
                Map.entry(
                        "{spec: {containers: null}}",
                        List.of(
                                "take away `@spec.containers[log]`",
                                "take away `@spec.containers[web].ports`",
                                "take away `@spec.containers[web]`")),
                Map.entry("{spec: {initContainers: null}}", List.of("take away `@spec.initContainers[init]`")),
                Map.entry("{metadata: {labels: null}}", List.of("LABELS")));
        return workloads().entrySet().stream()
                .flatMap(workload -> patches.entrySet().stream()
                        .map(patch -> DynamicTest.dynamicTest(
                                workload.getKey() + " " + patch.getKey(),
                                () -> assertRefused(
                                        workload.getKey(), workload.getValue(), patch.getKey(), patch.getValue()))));
    }

    private static void assertRefused(String kind, HasMetadata object, String patch, List<String> messages) {
        String path = pathOf(kind);
        String verb = kind.isEmpty() ? "change" : "set";
        List<String> ofLabels = kind.isEmpty()
                ? List.of(
                        "take away `@metadata.labels[app.kubernetes.io/managed-by]`",
                        "take away `@metadata.labels[app.kubernetes.io/part-of]`",
                        "take away `@metadata.labels[app]`")
                : List.of("take away `@metadata.labels[app]`");
        List<String> expected = messages.equals(List.of("LABELS")) ? ofLabels : messages;
        assertThat(refused(object, at(path.replaceFirst("\\.$", ""), patch)))
                .containsExactlyInAnyOrderElementsOf(expected.stream()
                        .map(it -> it.equals("NAME") ? verb + " `@metadata.name`" : it)
                        .map(it -> it.equals("NAMESPACE") ? verb + " `@metadata.namespace`" : it)
                        .map(it -> "`yaml` may not " + it.replace("@", path))
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> fromFartherAbove() {
        return workloads().entrySet().stream()
                .flatMap(workload -> Stream.of("{spec: null}", "{metadata: null}", "{kind: Role}", "{apiVersion: null}")
                        .map(patch -> DynamicTest.dynamicTest(
                                workload.getKey() + " " + patch,
                                () -> assertThat(refused(workload.getValue(), patch))
                                        .isNotEmpty())));
    }

    @Test
    void templatesAreNotTakenAway() {
        assertThat(refused(Things.deployment(), "spec: {template: null}"))
                .contains(
                        "`yaml` may not take away `spec.template.metadata.labels[app]`",
                        "`yaml` may not take away `spec.template.spec.containers[web]`");
        assertThat(refused(Things.deployment(), "spec: {template: {spec: null}}"))
                .contains("`yaml` may not take away `spec.template.spec.containers[log]`");
        assertThat(refused(Things.cronJob(), "spec: {jobTemplate: null}"))
                .contains("`yaml` may not take away `spec.jobTemplate.spec.template.metadata.labels[app]`");
    }

    @Test
    void hostNetworkIsNotTakenAway() {
        HasMetadata pod =
                Attempts.object("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {hostNetwork: true}\n");
        for (String value : List.of("false", "null")) {
            assertThat(refused(pod, "spec: {hostNetwork: " + value + "}")).hasSize(1);
        }
        assertThat(Attempts.merged(pod, "spec: {hostNetwork: true}")).isEqualTo(pod);
        assertThat(refused(Things.pod(), "spec: {hostNetwork: false}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "selector: {matchLabels: {tier: db}}                              | change `spec.selector`",
                "selector: {matchLabels: {app: db}}                               | change `spec.selector`",
                "selector: null                                                   | take away `spec.selector`",
                "selector: {matchExpressions: [{key: a, operator: Exists}]}       | change `spec.selector`",
            })
    void selectors(String field, String message) {
        for (String kind : List.of("Deployment", "StatefulSet", "DaemonSet")) {
            assertThat(refused(workloads().get(kind), "spec: {" + field.strip() + "}"))
                    .containsExactly("`yaml` may not " + message);
        }
    }

    @Test
    void selectorsOfJobs() {
        HasMetadata job = workloads().get("Job");
        assertThat(refused(job, "spec: {selector: {matchLabels: {a: b}}, manualSelector: true}"))
                .containsExactlyInAnyOrder(
                        "`yaml` may not set `spec.selector`", "`yaml` may not set `spec.manualSelector`");
        assertThat(refused(Things.cronJob(), "spec: {jobTemplate: {spec: {manualSelector: true}}}"))
                .containsExactly("`yaml` may not set `spec.jobTemplate.spec.manualSelector`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spec: {type: NodePort}                                | change `spec.type`",
                "spec: {type: null}                                    | take away `spec.type`",
                "spec: {selector: {app: db}}                           | change `spec.selector`",
                "spec: {selector: {tier: db}}                          | change `spec.selector`",
                "spec: {selector: null}                                | take away `spec.selector`",
                "spec: {ports: [{port: 81}]}                           | change `spec.ports`",
                "spec: {ports: [{port: 80, targetPort: 9}]}            | change `spec.ports`",
                "spec: {ports: [{port: 80, nodePort: 30000}]}          | change `spec.ports`",
                "spec: {ports: [{port: 80, appProtocol: http}]}        | change `spec.ports`",
                "spec: {ports: null}                                   | take away `spec.ports`",
                "spec: {clusterIP: None}                               | set `spec.clusterIP`",
                "spec: {clusterIPs: [None]}                            | set `spec.clusterIPs`",
                "spec: {externalName: a.example}                       | set `spec.externalName`",
                "spec: {loadBalancerSourceRanges: [0.0.0.0/0]}         | set `spec.loadBalancerSourceRanges`",
                "spec: {externalIPs: [203.0.113.1]}                    | set `spec.externalIPs`",
                "spec: {externalTrafficPolicy: Local}                  | set `spec.externalTrafficPolicy`",
                "spec: {internalTrafficPolicy: Local}                  | set `spec.internalTrafficPolicy`",
                "spec: {sessionAffinity: ClientIP}                     | set `spec.sessionAffinity`",
                "spec: {sessionAffinityConfig: {clientIP: {timeoutSeconds: 1}}} | set `spec.sessionAffinityConfig`",
                "spec: {ipFamilies: [IPv6]}                            | set `spec.ipFamilies`",
                "spec: {ipFamilyPolicy: SingleStack}                   | set `spec.ipFamilyPolicy`",
                "spec: {loadBalancerClass: a/b}                        | set `spec.loadBalancerClass`",
                "spec: {publishNotReadyAddresses: true}                | set `spec.publishNotReadyAddresses`",
                "status: {loadBalancer: {}}                            | set `status`",
                "metadata: {name: other}                               | change `metadata.name`",
                "metadata: {namespace: null}                           | take away `metadata.namespace`",
                "metadata: {generateName: a-}                          | set `metadata.generateName`",
                "metadata: {labels: {app: db}}                         | change `metadata.labels[app]`",
                "metadata: {labels: {app.kubernetes.io/part-of: a}}    | change `metadata.labels[app.kubernetes.io/part-of]`",
                "metadata: {labels: {app.kubernetes.io/managed-by: ~}} | take away `metadata.labels[app.kubernetes.io/managed-by]`",
            })
    void ofServices(String patch, String message) {
        assertThat(refused(Things.service(), patch.strip())).containsExactly("`yaml` may not " + message);
    }

    @Test
    void ofNamespaces() {
        assertThat(refused(Things.namespace(), "metadata: {labels: {team: ops, new: label}, name: other}"))
                .containsExactlyInAnyOrder(
                        "`yaml` may not change `metadata.labels[team]`",
                        "`yaml` may not set `metadata.labels[new]`",
                        "`yaml` may not change `metadata.name`");
        assertThat(refused(Things.namespace(), "status: {phase: Active}"))
                .containsExactly("`yaml` may not set `status`");
        assertThat(refused(Things.namespace(), "metadata: {namespace: a}"))
                .containsExactly("`yaml` may not set `metadata.namespace`");
    }

    @Test
    void labelsOfControllersMayBeNewButNotOther() {
        HasMetadata merged = Attempts.merged(Things.deployment(), "metadata: {labels: {team: shop}}");
        assertThat(merged.getMetadata().getLabels())
                .containsEntry("team", "shop")
                .containsEntry("app", "web");
        assertThat(refused(Things.deployment(), "metadata: {labels: {app: db}}"))
                .hasSize(1);
        assertThat(refused(Things.deployment(), "metadata: {labels: {app.kubernetes.io/part-of: null}}"))
                .hasSize(1);
    }

    @Test
    void parametersAreNoWayAround() {
        Patched patched = Attempts.patch(
                Things.deployment(),
                "spec:\n  template:\n    metadata:\n      labels:\n        ${key}: ${value}\n",
                Map.of("key", "app", "value", "db"));
        assertThat(Attempts.lines(patched))
                .containsExactly("6:17 KNET0504 `yaml` may not change `spec.template.metadata.labels[app]`");
    }

    @Test
    void isSaidWhereItIsWritten() {
        assertThat(Attempts.lines(Attempts.patch(Things.deployment(), """
                        metadata:
                          name: other
                        spec:
                          template:
                            metadata:
                              labels: null
                            spec:
                              hostNetwork: true
                              containers:
                              - name: log
                                ports:
                                - containerPort: 80
                              - name: new
                                image: a
                                ports: [{containerPort: 81}]
                        """)))
                .containsExactly(
                        "3:9 KNET0504 `yaml` may not change `metadata.name`",
                        "7:15 KNET0504 `yaml` may not take away `spec.template.metadata.labels[app]`",
                        "9:20 KNET0504 `yaml` may not set `spec.template.spec.hostNetwork`",
                        "12:9 KNET0504 `yaml` may not set `spec.template.spec.containers[log].ports`",
                        "16:9 KNET0504 `yaml` may not set `spec.template.spec.containers[new].ports`");
    }

    @Test
    void helpSaysWhichWordsSayIt() {
        Map<String, String> helps = Map.of(
                "spec: {template: {metadata: {labels: {a: b}}}}", "`labels …`",
                "spec: {template: {spec: {hostNetwork: true}}}", "`host network`",
                "spec: {template: {spec: {containers: [{name: web, ports: null}]}}}", "`port …`",
                "kind: Pod", "the word in front of the name");
        helps.forEach((text, words) -> assertThat(Attempts.patch(Things.deployment(), text)
                        .diagnostics()
                        .get(0)
                        .help())
                .contains(words));
    }

    @Test
    void otherKindsHaveNoPatch() {
        Assertions.assertThatThrownBy(() -> Attempts.patch(new ConfigMap(), "{}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
