package dev.knet.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Kubernetes does not know, and what is not of a field's type: said where it stands, all of it at once. */
final class WrongValuesTest {
    private static final HasMetadata WEB = Things.deployment();

    private static List<String> lines(String text) {
        return Attempts.lines(Attempts.patch(WEB, text));
    }

    private static String help(String text) {
        return Attempts.patch(WEB, text).diagnostics().get(0).help();
    }

    @Test
    void unknownFields() {
        assertThat(lines("""
                        spec:
                          replica: 3
                          template:
                            spec:
                              contaienrs: []
                              containers:
                              - name: web
                                imgae: nginx
                                env:
                                - name: A
                                  valeu: b
                        Spec: {}
                        additionalProperties: {}
                        """))
                .containsExactly(
                        "3:3 KNET0502 there is no field `spec.replica` in Kubernetes",
                        "6:7 KNET0502 there is no field `spec.template.spec.contaienrs` in Kubernetes",
                        "9:9 KNET0502 there is no field `spec.template.spec.containers[web].imgae` in Kubernetes",
                        "12:11 KNET0502 there is no field `spec.template.spec.containers[web].env[A].valeu` in Kubernetes",
                        "13:1 KNET0502 there is no field `Spec` in Kubernetes",
                        "14:1 KNET0502 there is no field `additionalProperties` in Kubernetes");
        assertThat(help("spec: {replica: 3}")).isEqualTo("did you mean `replicas`?");
        assertThat(help("spec: {zzz: 3}")).startsWith("a `DeploymentSpec` has these: minReadySeconds, paused, ");
    }

    @Test
    void directives() {
        assertThat(lines("""
                        $patch: replace
                        spec:
                          template:
                            metadata:
                              annotations: {$patch: delete}
                            spec:
                              $setElementOrder/containers: [{name: web}]
                              $retainKeys: [containers]
                              containers:
                              - $patch: delete
                                name: web
                        """))
                .hasSize(5)
                .allMatch(line -> line.endsWith("is a directive of kubectl's patches, and is not taken here"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "Yes",
                "ON",
                "y",
                "N",
                "true",
                "False",
                "1",
                "-1",
                "+12",
                "007",
                "0o17",
                "0x1F",
                "0b10",
                "1_000",
                "1e3",
                "1.5",
                ".5",
                "1.",
                "1.5e-3",
                "12:30",
                "12:30:45",
                "190:20:30.15",
                ".inf",
                "-.Inf",
                ".NaN",
                "2024-01-02",
                "2024-01-02T03:04:05Z",
                "2001-12-14 21:59:43.10 -5",
                "="
            })
    void textThatSomeReadersTakeForSomethingElse(String word) {
        String text = "metadata: {annotations: {a: " + word + "}}";
        assertThat(lines(text))
                .singleElement()
                .asString()
                .startsWith("2:29 KNET0503 `metadata.annotations[a]` takes text");
        assertThat(help(text)).isEqualTo("write `\"" + word + "\"`");
        assertThat(Attempts.merged(WEB, "metadata: {annotations: {a: \"" + word + "\"}}")
                        .getMetadata()
                        .getAnnotations())
                .containsEntry("a", word);
        assertThat(lines("metadata: {annotations: {" + word + ": b}}")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yess",
                "1.2.3",
                "v1",
                "1Gi",
                "12:60",
                "1:2:3:4.5.6",
                "0x",
                "a1",
                "2024-01",
                "10.0.0.0/8",
                "::1",
                "-",
                "--x",
                "nginx:1.27",
                "1a",
                "e3",
                "+",
                ".",
                "..",
                "0xZZ",
                "08:99",
                "nULLs",
                "_1"
            })
    void textThatAllReadersTakeForText(String word) {
        if (!word.equals("-")) {
            assertThat(Attempts.merged(WEB, "metadata:\n  annotations:\n    a: " + word + "\n")
                            .getMetadata()
                            .getAnnotations())
                    .containsEntry("a", word);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "replicas: three          | `spec.replicas` takes a whole number, not `three`",
                "replicas: '3'            | `spec.replicas` takes a whole number, not text",
                "replicas: 3.0            | `spec.replicas` takes a whole number, not `3.0`",
                "replicas: 1e1            | `spec.replicas` takes a whole number, not `1e1`",
                "replicas: 0x3            | `spec.replicas` takes a whole number, not `0x3`",
                "replicas: 3000000000     | `spec.replicas` takes a number of 32 bits, not `3000000000`",
                "replicas: [3]            | `spec.replicas` takes a whole number, not a list",
                "replicas: {a: 3}         | `spec.replicas` takes a whole number, not a mapping",
                "paused: yes              | `spec.paused` takes `true` or `false`, not `yes`",
                "paused: 'true'           | `spec.paused` takes `true` or `false`, not text",
                "paused: 1                | `spec.paused` takes `true` or `false`, not `1`",
                "strategy: Recreate       | `spec.strategy` takes fields, not `Recreate`",
                "strategy: [Recreate]     | `spec.strategy` takes fields, not a list",
                "strategy: {rollingUpdate: {maxSurge: yes}} | `spec.strategy.rollingUpdate.maxSurge` takes a whole number or text, not `yes`",
                "strategy: {rollingUpdate: {maxSurge: 010}} | `spec.strategy.rollingUpdate.maxSurge` takes a whole number or text, not `010`",
                "strategy: {rollingUpdate: {maxSurge: []}}  | `spec.strategy.rollingUpdate.maxSurge` takes a whole number or text, not a list",
            })
    void ofTheWrongType(String field, String message) {
        assertThat(lines("spec:\n  " + field.strip()))
                .singleElement()
                .asString()
                .endsWith("KNET0503 " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "containers: {name: web}                 | `containers` takes a list, not a mapping",
                "containers: web                         | `containers` takes a list, not `web`",
                "containers: [web]                       | `containers[0]` takes fields, not `web`",
                "containers: [[web]]                     | `containers[0]` takes fields, not a list",
                "containers: [null]                      | `containers[0]` is nothing",
                "containers: [{image: a}]                | `containers[0]` has no `name`",
                "containers: [{name: null}]              | `containers[0]` has no `name`",
                "containers: [{name: ''}]                | `containers[0]` has no `name`",
                "containers: [{name: [a]}]               | `containers[0].name` takes text, not a list",
                "containers: [{name: yes}]               | `containers[0].name` takes text, and `yes` without quotes is a boolean to readers of YAML",
                "containers: [{name: a, image: b}, {name: a}] | `containers` has `a` twice",
                "containers: [{name: a, image: a, command: sh}]    | `containers[a].command` takes a list, not `sh`",
                "containers: [{name: a, image: a, command: [1]}]   | `containers[a].command[0]` takes text, and `1` without quotes is a number to readers of YAML",
                "containers: [{name: a, image: a, command: [~]}]   | `containers[a].command[0]` is nothing",
                "containers: [{name: a, image: a, env: [{name: B, value: 1}]}] | `containers[a].env[B].value` takes text, and `1` without quotes is a number to readers of YAML",
                "containers: [{name: a, image: a, resources: {limits: {cpu: lots}}}] | `containers[a].resources.limits[cpu]` takes a quantity, not `lots`",
                "containers: [{name: a, image: a, resources: {limits: {cpu: 010}}}] | `containers[a].resources.limits[cpu]` takes a quantity, not `010`",
                "containers: [{name: a, image: a, resources: {limits: {cpu: '1 Gi'}}}] | `containers[a].resources.limits[cpu]` takes a quantity, not `1 Gi`",
                "containers: [{name: a, image: a, resources: {limits: {cpu: ''}}}] | `containers[a].resources.limits[cpu]` takes a quantity, not ``",
                "containers: [{name: a, image: a, resources: {limits: {cpu: 1GB}}}] | `containers[a].resources.limits[cpu]` takes a quantity, not `1GB`",
                "containers: [{name: a, image: a, resources: {limits: [cpu]}}] | `containers[a].resources.limits` takes names with values, not a list",
                "nodeSelector: a=b                       | `nodeSelector` takes names with values, not `a=b`",
                "nodeSelector: {a: {b: c}}               | `nodeSelector[a]` takes text, not a mapping",
                "topologySpreadConstraints: [{topologyKey: a}] | `topologySpreadConstraints[0]` has no `whenUnsatisfiable`",
                "terminationGracePeriodSeconds: 99999999999999999999 | `terminationGracePeriodSeconds` takes a number of 64 bits, not `99999999999999999999`",
            })
    void ofTheWrongTypeInAPod(String field, String message) {
        String expected = message.replaceFirst("^`", "`spec.template.spec.");
        assertThat(lines("spec: {template: {spec: {" + field.strip() + "}}}"))
                .singleElement()
                .asString()
                .endsWith("KNET0503 " + expected);
    }

    @Test
    void modesOfFiles() {
        String volume = "spec: {template: {spec: {volumes: [{name: a, secret: {secretName: a, defaultMode: %s}}]}}}";
        assertThat(help(volume.formatted("0644"))).startsWith("write `420`, which is `0644` to the base of 8: ");
        assertThat(help(volume.formatted("0o600"))).startsWith("write `384`, ");
        assertThat(help(volume.formatted("0x1F"))).startsWith("write `31`, which is `0x1F` to the base of 16: ");
        assertThat(help(volume.formatted("07777777777777777777777777"))).isEqualTo("write digits alone, such as `3`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "0", "250m", "1.5", ".5", "1.", "64Mi", "1e3", "1E-3", "2k", "5G", "10n", "+1", "\"2\""})
    void quantities(String word) {
        HasMetadata merged = Attempts.merged(
                WEB, "spec: {template: {spec: {containers: [{name: web, resources: {limits: {cpu: " + word + "}}}]}}}");
        String usual = "apiVersion: apps/v1\nkind: Deployment\nspec: {template: {spec: {containers: "
                + "[{resources: {limits: {cpu: \"" + word.replace("\"", "") + "\"}}}]}}}\n";
        assertThat(Things.limits(merged)).isEqualTo(Things.limits(Attempts.object(usual)));
        assertThat(Things.limits(merged).get("cpu")).hasToString(word.replace("\"", ""));
    }

    @Test
    void everythingAtOnce() {
        assertThat(lines("""
                        kind: Pod
                        spec:
                          replicas: many
                          paused: no
                          unknown: 1
                          selector: {matchLabels: {app: other}}
                        """))
                .containsExactly(
                        "2:7 KNET0504 `yaml` may not change `kind`",
                        "4:13 KNET0503 `spec.replicas` takes a whole number, not `many`",
                        "5:11 KNET0503 `spec.paused` takes `true` or `false`, not `no`",
                        "6:3 KNET0502 there is no field `spec.unknown` in Kubernetes",
                        "7:3 KNET0504 `yaml` may not change `spec.selector`");
    }

    @Test
    void keysThatAreNothing() {
        for (String key : List.of("~", "null", "")) {
            assertThat(lines("metadata: {annotations: {? " + key + " : a}}"))
                    .singleElement()
                    .asString()
                    .contains("without quotes is nothing to readers of YAML");
        }
    }

    @Test
    void misspeltContainers() {
        String text = "spec: {template: {spec: {containers: [{name: wbe, workingDir: /}]}}}";
        assertThat(lines(text))
                .containsExactly("2:46 KNET0201 there is no container `wbe`, and a new one needs an image");
        assertThat(help(text)).isEqualTo("did you mean `web`?");
        assertThat(help("spec: {template: {spec: {containers: [{name: other}]}}}"))
                .isEqualTo("write its `image`, or name one of log, web");
        HasMetadata noInit = Attempts.object("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n");
        assertThat(Attempts.patch(noInit, "spec: {initContainers: [{name: other}]}")
                        .diagnostics()
                        .get(0)
                        .help())
                .isEqualTo("write its `image`");
    }

    // Parameters

    private static List<String> lines(String text, Map<String, String> parameters) {
        return Attempts.lines(Attempts.patch(WEB, text, parameters));
    }

    @Test
    void parametersTakeTheTypeThatIsWanted() {
        HasMetadata merged = Attempts.merged(WEB, """
                metadata:
                  annotations:
                    a: "${n}"
                    b: ${n}
                    ${key}: v${n}-${n}
                    d: $${n}
                    e: $$
                    f: a$${n}${n}
                spec:
                  replicas: ${n}
                  paused: ${on}
                  strategy:
                    rollingUpdate:
                      maxSurge: ${n}
                      maxUnavailable: ${n}%
                  template:
                    spec:
                      containers:
                      - name: ${web}
                        image: "nginx:${n}"
                        resources:
                          limits:
                            cpu: ${n}
                            memory: ${n}Mi
                """, Map.of("n", "7", "on", "true", "key", "c", "web", "web"));
        assertThat(merged).isEqualTo(Attempts.merged(WEB, """
                metadata:
                  annotations: {a: "7", b: "7", c: v7-7, d: "$${n}", e: $$, f: "a$${n}7"}
                spec:
                  replicas: 7
                  paused: true
                  strategy: {rollingUpdate: {maxSurge: 7, maxUnavailable: 7%}}
                  template: {spec: {containers: [{name: web, image: "nginx:7", resources: {limits: {cpu: 7, memory: 7Mi}}}]}}
                """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "", "~", "{a: b}", "- x", "a: b", "#", "\"", "yes", "1e3", "\n- x", "*a", "${n}", "x}"})
    void aValueIsNeverStructure(String value) {
        assertThat(Attempts.merged(
                                WEB,
                                "metadata:\n  annotations:\n    a: ${v}\n    b: \"${v}\"\n",
                                Map.of("v", value, "n", "1"))
                        .getMetadata()
                        .getAnnotations())
                .isEqualTo(Map.of("a", value, "b", value));
        assertThat(lines("spec:\n  replicas: ${v}\n  paused: ${v}\n", Map.of("v", value, "n", "1")))
                .hasSize(2);
        assertThat(lines("spec: ${v}", Map.of("v", value)))
                .singleElement()
                .asString()
                .endsWith("`spec` takes fields, not `${v}`");
    }

    @Test
    void wrongParameters() {
        Map<String, String> parameters = Map.of("replicas", "many", "half", "\uD800", "two", "web");
        assertThat(lines("spec: {replicas: \"${replicas}\"}", parameters))
                .containsExactly("2:18 KNET0503 `spec.replicas` takes a whole number, not text");
        assertThat(lines("spec:\n  replicas: ${replicas}", parameters))
                .containsExactly(
                        "3:13 KNET0503 `spec.replicas` takes a whole number, not `many`, the value of `${replicas}`");
        assertThat(lines("spec:\n  replicas: ${replica}", parameters))
                .containsExactly("3:13 KNET0101 there is no parameter `replica`");
        assertThat(lines("metadata: {annotations: {a: \"${replicas\"}}", parameters))
                .containsExactly("2:29 KNET0501 the `}` of a parameter is missing in `${replicas`");
        assertThat(lines("metadata: {annotations: {a: \"${half}\"}}", parameters))
                .containsExactly("2:29 KNET0503 the value of `half` is not text");
        assertThat(lines("metadata: {annotations: {web: a, \"${two}\": a}}", parameters))
                .containsExactly("2:34 KNET0503 `metadata.annotations` has `web` twice");
        assertThat(lines("spec: {\"${two}\": 1}", parameters))
                .containsExactly("2:8 KNET0502 there is no field `spec.${two}` in Kubernetes");
    }

    @Test
    void parametersInBracesNeedQuotes() {
        assertThat(lines("spec: {replicas: ${n}}"))
                .singleElement()
                .asString()
                .startsWith("2:19 KNET0501 the text is not YAML: ");
        assertThat(help("spec: {replicas: ${n}}"))
                .isEqualTo(
                        "within `{…}` and `[…]`, put a parameter in quotes, or write the field on a line of its own");
    }

    @Test
    void parametersDoNotExplode() {
        String text = "metadata: {annotations: {" + "a: \"" + "${v}".repeat(10_000) + "\"}}";
        assertThat(lines(text, Map.of("v", "x".repeat(100_000))))
                .containsExactly("2:29 KNET0503 the value of `v` is too long here");
    }
}
