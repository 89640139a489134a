package dev.knet.reach.read;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.knet.reach.objects.ClusterObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text is, it is read or there is a message at its place, soon, and never an exception. */
final class HostileManifestsTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String POD = "{apiVersion: v1, kind: Pod, metadata: {name: p}}";

    private static ClusterObjects read(String text) {
        return read("a.yaml", text.getBytes(UTF_8));
    }

    private static ClusterObjects read(String name, byte[] content) {
        return assertTimeoutPreemptively(
                SOON, () -> ManifestReader.read(List.of(new ManifestReader.Source(name, content)), "default"));
    }

    private static List<String> findings(String text) {
        return Manifests.findings(read(text));
    }

    /** What is broken is told of, and the documents around it are read. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "a: b: c                    | 3 the text is not YAML: mapping values are not allowed here",
                "a:\\n  b: 1\\n c: 2        | 5 the text is not YAML: this is not indented like what is above it",
                "a:\\n\\tb: 1               | 4 the text is not YAML: found character '\\t(TAB)' that cannot start any token",
                "a: {b: c                   | 4 the text is not YAML: ",
                "a: \"b                     | 4 the text is not YAML: ",
                "a: 'b                      | 4 the text is not YAML: ",
                "a: @b                      | 3 the text is not YAML: ",
                "kind: \"\\ud800\"          | 3 `kind` of the object holds half a surrogate pair",
                "}                          | 3 the text is not YAML: ",
                "a: \"\\UFFFFFFFF\"         | 3 the text is not YAML: it cannot be read",
                "a: *b                      | 3 the text is not YAML: nothing above is what `*b` stands for",
                "a: {<<: b}                 | 3 `<<` takes a mapping, or a list of mappings",
                "&a [*a]                    | 3 a Kubernetes object is a mapping, and this is a list",
                "&a {<<: *a}                | 3 `<<` takes a mapping, or a list of mappings",
                "!!set {a}                  | 3 the document has the tag `!!set`, which is not read",
                "a: \u0000b                 | 3 the text is not YAML: the character `\\u{0}` does not belong there",
                "%YAML 9.9\\n---            | ",
            })
    void aBrokenDocumentHidesNoOther(String text, String finding) {
        String broken = text.replace("\\n", "\n").replace("\\t", "\t");
        ClusterObjects objects = read(POD + "\n---\n" + broken + "\n---\n" + POD.replace("p}", "q}") + "\n");
        assertThat(Manifests.names(objects))
                .as("%s", Manifests.findings(objects))
                .contains("Pod default/p", "Pod default/q");
        if (finding != null) {
            assertThat(Manifests.findings(objects))
                    .anyMatch(it -> it.startsWith("error a.yaml:" + finding.replace("\\t(", "\\t(")));
        }
        assertThat(objects.hasErrors()).isTrue();
    }

    @Test
    void anchorsAliasesAndMergeKeys() {
        ClusterObjects objects = read("""
                apiVersion: v1
                kind: List
                items:
                - &pod
                  apiVersion: v1
                  kind: Pod
                  metadata: &meta {name: p, labels: &labels {a: b, c: d}}
                - <<: *pod
                  metadata:
                    <<: [{name: q, labels: {x: z}}, *meta]
                - <<: *pod
                  metadata: {name: r, labels: {<<: *labels, c: e}}
                """);
        assertThat(Manifests.findings(objects)).isEmpty();
        assertThat(objects.pods())
                .extracting("labels")
                .containsExactly(Map.of("a", "b", "c", "d"), Map.of("x", "z"), Map.of("a", "b", "c", "e"));
    }

    @Test
    void tagsAndDirectives() {
        ClusterObjects objects = read("""
                %YAML 1.2
                %TAG !e! tag:example.com,2000:
                ---
                apiVersion: v1
                kind: Pod
                metadata: !!map
                  name: p
                  labels: {a: !!str 1, b: ! 2, c: "yes"}
                  annotations: !x {a: !e!y b}
                spec: {hostNetwork: !!bool "true"}
                """);
        assertThat(Manifests.findings(objects)).isEmpty();
        assertThat(objects.pods().get(0).labels()).isEqualTo(Map.of("a", "1", "b", "2", "c", "yes"));
        assertThat(objects.pods().get(0).hostNetwork()).isTrue();
        assertThat(findings(POD.replace("name: p", "name: !x p")))
                .containsExactly("error a.yaml:1 `metadata.name` of the `Pod` has the tag `!x`, which is not read");
        assertThat(findings(POD.replace("name: p", "labels: &a {b: *a}, name: p")))
                .containsExactly("error a.yaml:1 `metadata.labels.b` of Pod `default/p` is within itself");
        assertThat(findings(POD.replace("name: p", "labels: {b: \"\\ud800\"}, name: p")))
                .containsExactly("error a.yaml:1 `metadata.labels.b` of Pod `default/p` holds half a surrogate pair,"
                        + " which is no character");
    }

    @Test
    void explosions() {
        StringBuilder lists = new StringBuilder("a0: &a0 {apiVersion: v1, kind: List, items: []}\n");
        StringBuilder merges = new StringBuilder("a0: &a0 {a: b}\n");
        for (int i = 1; i < 300; i++) {
            String two = "[*a" + (i - 1) + ", *a" + (i - 1) + "]";
            lists.append("a" + i + ": &a" + i + " {apiVersion: v1, kind: List, items: " + two + "}\n");
            merges.append("a" + i + ": &a" + i + " {<<: " + two + ", k" + i + ": b}\n");
        }
        String list = "apiVersion: v1\nkind: List\n";
        assertThat(findings(lists + list + "items: [*a299]"))
                .singleElement()
                .asString()
                .contains("more than 250 levels are not read");
        assertThat(findings(lists + list + "items: [*a100]"))
                .singleElement()
                .asString()
                .contains("says too much through its aliases");
        assertThat(findings(merges
                        + POD.substring(1, POD.length() - 1)
                                .replace(", k", "\nk")
                                .replace(", m", "\nm")))
                .isEmpty();
        StringBuilder wide = new StringBuilder("base: &b {");
        for (int i = 0; i < 5_000; i++) {
            wide.append("k").append(i).append(": 1, ");
        }
        wide.append("}\nall:\n").append("- {<<: *b}\n".repeat(5_000));
        assertThat(findings(wide.toString())).singleElement().asString().contains("says too much through its aliases");
        String rules = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\nspec:\n  ingress:\n"
                + "  - &r\n    ports:\n" + "    - {port: 80}\n".repeat(5_000) + "  - *r\n".repeat(5_000);
        assertThat(findings(rules)).singleElement().asString().contains("says too much through its aliases");
    }

    @Test
    void deepNesting() {
        for (String open : List.of("[", "{a: ", "- ", "? ", "[{a: ", "{\"a\":", "a:\n  - ")) {
            for (String name : List.of("a.yaml", "a.json")) {
                String text = open.repeat(100_000);
                assertThat(Manifests.findings(read(name, text.getBytes(UTF_8))))
                        .as("%s in %s", open, name)
                        .isNotEmpty()
                        .hasSizeLessThan(3);
            }
        }
        assertThat(Manifests.names(read("[".repeat(100_000) + "\n---\n" + POD))).contains("Pod default/p");
        String annotations = "{apiVersion: v1, kind: Pod, metadata: {name: p}, x: " + "[".repeat(200) + "]".repeat(200);
        assertThat(findings(annotations + "}")).isEmpty();
    }

    @Test
    void hugeFiles() {
        byte[] content = new byte[(64 << 20) + 1];
        Arrays.fill(content, (byte) '-');
        assertThat(Manifests.findings(read("a.yaml", content)))
                .containsExactly("error a.yaml:1 the file is too large: more than 64 MiB are not read");
        byte[] less = Arrays.copyOf(content, 8 << 20);
        assertThat(Manifests.findings(read("a.yaml", less)))
                .containsExactly("error a.yaml:1 a Kubernetes object is a mapping, and this is a word");
        Arrays.fill(less, (byte) '#');
        assertThat(Manifests.findings(read("a.yaml", less))).isEmpty();
        less = new byte[2 << 20];
        Arrays.fill(less, (byte) '\n');
        assertThat(Manifests.findings(read("a.yaml", less))).isEmpty();
        Arrays.fill(less, (byte) 0);
        assertThat(Manifests.findings(read("a.yaml", less))).hasSize(1);
        assertThat(findings("--- }\n".repeat(200_000))).hasSize(101);
        assertThat(findings("---\n".repeat(150_000))).isEmpty();
        assertThat(Manifests.findings(read("a.json", ("[" + "1,".repeat(4_100_000) + "1]").getBytes(UTF_8))))
                .singleElement()
                .asString()
                .contains("the document is too large");
        assertThat(findings(POD.replace("name: p", "name: " + "p".repeat(1_000_000))))
                .isEmpty();
        assertThat(findings("{apiVersion: v1, kind: " + "K".repeat(1_000_000) + "}"))
                .singleElement()
                .asString()
                .hasSizeLessThan(300);
        assertThat(findings(POD.replace("name: p", "name: p, labels: {" + "k".repeat(900) + ": 1}")))
                .singleElement()
                .asString()
                .hasSizeLessThan(400);
    }

    @Test
    void manyOfEverything() {
        StringBuilder labels = new StringBuilder("apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n  labels:\n");
        for (int i = 0; i < 50_000; i++) {
            labels.append("    k").append(i).append(": v\n");
        }
        assertThat(read(labels.toString()).pods().get(0).labels()).hasSize(50_000);
        StringBuilder policy = new StringBuilder("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n")
                .append("metadata: {name: p}\n");
        for (int i = 0; i < 50_000; i++) {
            policy.append("k").append(i).append(": v\n");
        }
        assertThat(read(policy.toString()).findings()).hasSize(101);
        assertThat(read(policy.toString()).hasErrors()).isFalse();
    }

    @Test
    void whatIsNoText() {
        byte[] bad = (POD + "\n---\na: X\n").getBytes(UTF_8);
        bad[bad.length - 2] = (byte) 0xC3;
        assertThat(Manifests.findings(read("a.yaml", bad))).containsExactly("error a.yaml:3 the text is not UTF-8");
        assertThat(Manifests.findings(read("a.yaml", POD.getBytes(UTF_16))))
                .containsExactly("error a.yaml:1 the text is not UTF-8");
        assertThat(findings("\uFEFF" + POD)).isEmpty();
        assertThat(read("\uFEFF" + POD).pods()).hasSize(1);
        assertThat(findings("")).isEmpty();
        assertThat(findings("\r\n\r\n")).isEmpty();
        assertThat(read(POD.replace(", ", ",\r\n ") + "\r\n---\r\n" + POD.replace("p}", "q}"))
                        .pods())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n\t\"apiVersion\"\n:\n\t\"v1\",\n\t\"kind\":\"Pod\",\"metadata\":{\"name\":\"\\u0070\"}\n}",
                "\t{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"p\",\"x\":[1,-2.5e+7,0,true,null,[],{}]}}",
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"p\"},\"\\/\\\"\\\\\\b\\f\\n\\r\\ud83d\\ude00\":\"\\/\"}",
            })
    void json(String json) {
        for (String name : List.of("a.json", "a.yaml")) {
            ClusterObjects objects = read(name, json.getBytes(UTF_8));
            assertThat(Manifests.findings(objects)).isEmpty();
            assertThat(Manifests.names(objects)).contains("Pod default/p");
        }
    }

    @Test
    void jsonOfAllSorts() {
        String pod = "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"p\"%s}}";
        assertThat(Manifests.findings(Manifests.json(pod.formatted(",\"name\":\"q\""))))
                .containsExactly("error a.json:1 `metadata.name` of the `Pod` stands there twice");
        assertThat(Manifests.json(pod.formatted(",\"" + "k".repeat(5_000) + "\":\"\u007f\u0085\""))
                        .pods())
                .hasSize(1);
        assertThat(Manifests.json(pod.formatted("") + "\n" + pod.formatted("").replace("\"p\"", "\"q\""))
                        .pods())
                .hasSize(2);
        assertThat(Manifests.json(pod.formatted(",\"labels\":{\"a\":\"\\ud83d\\ude00\"}"))
                        .pods()
                        .get(0)
                        .labels())
                .isEqualTo(Map.of("a", "\uD83D\uDE00"));
        assertThat(Manifests.findings(Manifests.json(pod.formatted(",\"labels\":{\"a\":\"\\ud83d\"}"))))
                .hasSize(1);
        StringBuilder line = new StringBuilder("{\"apiVersion\":\"v1\",\"kind\":\"PodList\",\"items\":[");
        for (int i = 0; i < 50_000; i++) {
            line.append(i == 0 ? "" : ",")
                    .append("{\"metadata\":{\"name\":\"p")
                    .append(i)
                    .append("\"}}");
        }
        assertThat(read("a.json", (line + "]}").getBytes(UTF_8)).pods()).hasSize(50_000);
        for (String broken : List.of(
                "{",
                "[",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,}",
                "[1,]",
                "[,]",
                "{,}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":0x1}",
                "{\"a\":NaN}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"b",
                "{\"a\":\"b\\",
                "{} }",
                "{}{",
                "{'a':1}",
                "{\"a\":tru}",
                "{\"a\" 1}",
                "[1 2]",
                "{\"a\":1 \"b\":2}",
                "{\"a\":\"\\u\u0661111\"}")) {
            assertThat(Manifests.findings(Manifests.json(broken)))
                    .as(broken)
                    .anyMatch(it -> it.startsWith("error a.json:1 the text is not JSON: "));
        }
    }

    /** Whether a name can forge a message. */
    @Test
    void hiddenCharacters() {
        assertThat(findings("{apiVersion: v1, kind: \"a\\n\\u202Eb\\e\", metadata: {name: p}}"))
                .singleElement()
                .asString()
                .startsWith("warning a.yaml:1 `a\\n\\u{202e}b\\u{1b}` of `v1` ");
    }

    /** Manifests that are right, with pieces taken away, put in, or doubled. */
    @Test
    void brokenPieces() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/cases/accept"))) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList()) {
                String text = Files.readString(file);
                texts.add(text.substring(0, Math.min(text.length(), 2_000)));
            }
        }
        List<String> extras = List.of(
                "{",
                "}",
                "[",
                "]",
                ":",
                ": ",
                "- ",
                "\n",
                "\t",
                "  ",
                "'",
                "\"",
                "|",
                ">",
                "&a ",
                "*a",
                "!",
                "%",
                "#",
                "?",
                ",",
                "~",
                "null",
                "\\",
                "\uFEFF",
                "\u0000",
                "---\n",
                "...\n",
                "<<: ",
                "<<: *a\n",
                "yes",
                "0x1",
                "1e9",
                "\r",
                "\u0085",
                "\u2028",
                "kind: List\n",
                "items: []\n",
                "-1",
                "Egress",
                "ipBlock: ");
        Random random = new Random(20261122);
        int withErrors = 0;
        for (int i = 0; i < 1_500; i++) {
            StringBuilder text = new StringBuilder(texts.get(random.nextInt(texts.size())));
            for (int n = random.nextInt(4); n >= 0; n--) {
                int at = random.nextInt(text.length() + 1);
                switch (random.nextInt(3)) {
                    case 0 -> text.insert(at, extras.get(random.nextInt(extras.size())));
                    case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
                }
            }
            ClusterObjects objects = read(text.toString());
            withErrors += objects.hasErrors() ? 1 : 0;
            assertThat(objects.findings())
                    .allMatch(it -> it.origin().line() >= 1
                            && it.message().codePoints().noneMatch(Character::isISOControl)
                            && !it.message().endsWith("."));
        }
        assertThat(withErrors).isBetween(500, 1_470);
    }
}
