package dev.knet.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an API server would refuse is refused here, where it is written. */
final class RefusalsTest {
    private static final HasMetadata POD = Attempts.object("""
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
              initContainers:
              - {name: init, image: "busybox:1"}
              containers:
              - name: web
                image: nginx:1.27
                env: [{name: A, value: "1"}, {name: E, value: ""}]
                readinessProbe: {httpGet: {port: 80}}
                lifecycle: {preStop: {exec: {command: [a]}}}
              volumes: [{name: tmp, emptyDir: {}}]
            """);

    private static List<String> lines(HasMetadata object, String patch) {
        return Attempts.lines(Attempts.patch(object, patch));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: web, image: null}                           | 2:40 KNET0201 `yaml` may not take away `spec.containers[web].image`",
                "{name: web, image: ''}                             | 2:33 KNET0201 `yaml` may not take away `spec.containers[web].image`",
                "{name: init, image: a}                             | 2:28 KNET0102 there is a container `init` in `spec.initContainers` already",
                "{name: web, env: [{name: A, valueFrom: {fieldRef: {fieldPath: a}}}]} "
                        + "| 2:49 KNET0105 `spec.containers[web].env[A]` has `value` already, and can have no `valueFrom` beside it",
                "{name: web, env: [{name: B, value: a, valueFrom: {fieldRef: {fieldPath: a}}}]} "
                        + "| 2:56 KNET0105 `spec.containers[web].env[B]` has `value` and `valueFrom`",
                "{name: web, env: [{name: B, valueFrom: {fieldRef: {fieldPath: a}, secretKeyRef: {key: a}}}]} "
                        + "| 2:61 KNET0105 `spec.containers[web].env[B].valueFrom` has `fieldRef` and `secretKeyRef`",
                "{name: web, readinessProbe: {grpc: {port: 1}}} "
                        + "| 2:50 KNET0105 `spec.containers[web].readinessProbe` has `httpGet` already, and can have no `grpc` beside it",
                "{name: web, livenessProbe: {exec: {command: [a]}, tcpSocket: {port: 1}}} "
                        + "| 2:49 KNET0105 `spec.containers[web].livenessProbe` has `exec` and `tcpSocket`",
                "{name: web, lifecycle: {preStop: {httpGet: {port: 1}}}} "
                        + "| 2:55 KNET0105 `spec.containers[web].lifecycle.preStop` has `exec` already, and can have no `httpGet` beside it",
            })
    void ofContainers(String container, String line) {
        assertThat(lines(POD, "spec: {containers: [" + container.strip() + "]}"))
                .singleElement()
                .asString()
                .isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: web, image: a}",
                "{name: web, env: [{name: A, value: null, valueFrom: {fieldRef: {fieldPath: a}}}]}",
                "{name: web, env: [{name: E, valueFrom: {fieldRef: {fieldPath: a}}}]}",
                "{name: web, readinessProbe: {httpGet: null, grpc: {port: 1}}}",
                "{name: web, readinessProbe: {httpGet: {path: /a}}}",
                "{name: web, lifecycle: {preStop: {exec: null, sleep: {seconds: 1}}}}",
                "{name: new, image: a}",
            })
    void isTaken(String container) {
        assertThat(lines(POD, "spec: {containers: [" + container + "]}")).isEmpty();
    }

    @Test
    void isSaidWhereItIsWritten() {
        assertThat(lines(POD, """
                        metadata:
                          annotations: {"a b": c}
                          labels:
                            app: a
                        spec:
                          initContainers:
                          - name: web
                            image: a
                          containers:
                          - name: web
                            image: null
                            env:
                            - name: A
                              valueFrom: {fieldRef: {fieldPath: metadata.name}}
                          volumes:
                          - name: tmp
                            hostPath: {path: /}
                        """))
                .containsExactly(
                        "3:24 KNET0220 `a b` is no annotation key",
                        "5:10 KNET0504 `yaml` may not set `metadata.labels[app]`",
                        "8:11 KNET0102 there is a container `web` in `spec.containers` already",
                        "12:12 KNET0201 `yaml` may not take away `spec.containers[web].image`",
                        "15:7 KNET0105 `spec.containers[web].env[A]` has `value` already, and can have no `valueFrom` beside it",
                        "18:5 KNET0105 `spec.volumes[tmp]` has `emptyDir` already, and can have no `hostPath` beside it");
    }

    @Test
    void twoNewContainersOfOneName() {
        assertThat(lines(POD, "spec: {initContainers: [{name: a, image: a}], containers: [{name: a, image: a}]}"))
                .containsExactly("2:32 KNET0102 there is a container `a` in `spec.containers` already");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "labels: {-a: b}         | KNET0204 `-a` is no label key",
                "labels: {A/B/c: b}      | KNET0204 `A/B/c` is no label key",
                "labels: {a: b c}        | KNET0204 `b c` is no label value",
                "labels: {a: b-}         | KNET0204 `b-` is no label value",
                "annotations: {a/: b}    | KNET0220 `a/` is no annotation key",
                "annotations: {ä: b}     | KNET0220 `ä` is no annotation key",
            })
    void ofMetadata(String patch, String line) {
        for (String text : List.of("metadata: {" + patch.strip() + "}")) {
            assertThat(lines(Things.deployment(), text))
                    .singleElement()
                    .asString()
                    .endsWith(line);
            assertThat(lines(Things.service(), text)).singleElement().asString().endsWith(line);
            assertThat(lines(Things.cronJob(), "spec: {jobTemplate: {" + text + "}}"))
                    .singleElement()
                    .asString()
                    .endsWith(line);
        }
    }

    @Test
    void metadataThatIsTaken() {
        assertThat(lines(
                        Things.deployment(),
                        "metadata: {labels: {a.b/c: '', d: e_f}, annotations: {Example.com/a: 'any text', b: ''}}"))
                .isEmpty();
        assertThat(lines(Things.deployment(), "spec: {template: {metadata: {annotations: {'a b': c}}}}"))
                .containsExactly("2:51 KNET0220 `a b` is no annotation key");
    }

    @Test
    void restartPolicies() {
        for (HasMetadata object : List.of(
                Things.deployment(),
                Things.controller("apps/v1", "StatefulSet"),
                Things.controller("apps/v1", "DaemonSet"))) {
            assertThat(lines(object, "spec: {template: {spec: {restartPolicy: Never}}}"))
                    .containsExactly("2:41 KNET0503 `spec.template.spec.restartPolicy` takes `Always`, not `Never`");
            assertThat(lines(object, "spec: {template: {spec: {restartPolicy: Always}}}"))
                    .isEmpty();
        }
        HasMetadata job = Attempts.merged(
                Things.controller("batch/v1", "Job"), "spec: {template: {spec: {restartPolicy: OnFailure}}}");
        for (String always : List.of("Always", "null")) {
            assertThat(lines(job, "spec: {template: {spec: {restartPolicy: " + always + "}}}"))
                    .containsExactly("2:41 KNET0503 `spec.template.spec.restartPolicy`"
                            + " takes `OnFailure` or `Never`, not `Always`");
        }
        assertThat(lines(job, "spec: {template: {spec: {restartPolicy: Never}}}"))
                .isEmpty();
        Stream.of("Always", "OnFailure", "Never")
                .forEach(policy -> assertThat(lines(POD, "spec: {restartPolicy: " + policy + "}"))
                        .isEmpty());
        assertThat(lines(POD, "spec: {restartPolicy: Often}")).hasSize(1);
    }

    @Test
    void loadBalancersOnly() {
        String patch = "spec: {healthCheckNodePort: 30000, allocateLoadBalancerNodePorts: false}";
        assertThat(lines(Things.service(), patch))
                .containsExactly(
                        "2:29 KNET0210 only a load balancer has `spec.healthCheckNodePort`",
                        "2:67 KNET0210 only a load balancer has `spec.allocateLoadBalancerNodePorts`");
        HasMetadata balancer =
                Attempts.object("apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {type: LoadBalancer}\n");
        assertThat(lines(balancer, patch)).isEmpty();
    }

    @Test
    void namesOfServicesOfStatefulSets() {
        HasMetadata set = Things.controller("apps/v1", "StatefulSet");
        HasMetadata named = Attempts.merged(set, "spec: {serviceName: db, replicas: 3}");
        assertThat(lines(named, "spec: {serviceName: other}"))
                .containsExactly("2:21 KNET0504 `yaml` may not change `spec.serviceName`");
    }

    @Test
    void ownersMayBeSaid() {
        assertThat(lines(POD, "metadata: {ownerReferences: [{uid: a, apiVersion: v1, kind: Node, name: node}]}"))
                .isEmpty();
    }
}
