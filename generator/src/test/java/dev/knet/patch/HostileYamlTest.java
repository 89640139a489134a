package dev.knet.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.knet.diagnostic.Rule;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the text is, there is a message at its place, soon, and never an exception. */
final class HostileYamlTest {
    /** What is said of the language's own words, and of a patch too. */
    private static final List<Rule> OF_OTHER_WORDS_TOO = List.of(
            Rule.UNKNOWN_NAME,
            Rule.DUPLICATE_NAME,
            Rule.GIVEN_TWICE,
            Rule.NO_IMAGE,
            Rule.INVALID_LABEL,
            Rule.INVALID_ANNOTATION,
            Rule.INVALID_SERVICE);

    private static final HasMetadata WEB = Things.deployment();
    private static final Duration SOON = Duration.ofSeconds(20);

    private static List<String> lines(String text) {
        return assertTimeoutPreemptively(SOON, () -> Attempts.lines(Attempts.patch(WEB, text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "- a                          | 2:1 KNET0501 a Kubernetes object is a mapping, and this is a list",
                "spec                         | 2:1 KNET0501 a Kubernetes object is a mapping, and this is a word",
                "spec:\\n  a: 1\\n b: 2       | 4:2 KNET0501 the text is not YAML: this is not indented like what is above it",
                "spec:\\n\\treplicas: 3       | 3:1 KNET0501 the text is not YAML: found character '\\t(TAB)' that",
                "spec: {replicas: 3           | 2:19 KNET0501 the text is not YAML: ",
                "spec: \"replicas             | 2:16 KNET0501 the text is not YAML: ",
                "spec: a: b                   | 2:8 KNET0501 the text is not YAML: mapping values are not allowed here",
                "spec: {}\\nspec: {}          | 3:1 KNET0501 the key `spec` stands here twice",
                "spec: {paused: ~, \"paused\": ~} | 2:19 KNET0501 the key `paused` stands here twice",
                "spec: {}\\n---\\nspec: {}    | 3:1 KNET0501 there is a second document",
                "spec: {}\\n...\\nspec: {}    | 4:1 KNET0501 the text is not YAML: this belongs to nothing above it",
                "%YAML 1.1\\n---\\nspec: {}   | 2:1 KNET0501 directives of YAML are not taken",
                "%TAG ! tag:a,2000:\\n---\\n  | 2:1 KNET0501 directives of YAML are not taken",
                "%YAML 9.9\\n---\\nspec: {}   | KNET0501",
                "spec: &a {}                  | 2:7 KNET0501 anchors are not taken",
                "&a spec: {}                  | KNET0501 anchors are not taken",
                "spec: *a                     | 2:7 KNET0501 aliases are not taken",
                "? *a\\n: b                   | 2:3 KNET0501 aliases are not taken",
                "spec: !!str a                | 2:7 KNET0501 tags are not taken",
                "spec: !!map {}               | 2:7 KNET0501 tags are not taken",
                "spec: ! a                    | 2:7 KNET0501 tags are not taken",
                "spec: !!binary aGk=          | 2:7 KNET0501 tags are not taken",
                "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://a\"]] | 2:1 KNET0501 tags are not taken",
                "spec: !<tag:yaml.org,2002:java/object:java.io.File> {} | 2:7 KNET0501 tags are not taken",
                "spec: !env ${HOME}           | 2:7 KNET0501 tags are not taken",
                "spec: {<<: {replicas: 3}}    | 2:8 KNET0501 merge keys are not taken",
                "? [a, b]\\n: c               | 2:3 KNET0501 a key is a word, not a list or a mapping",
                "? {a: b}\\n: c               | 2:3 KNET0501 a key is a word, not a list or a mapping",
                "a: \"\\ud800\"               | 2:4 KNET0501",
                "a: \"\\UFFFFFFFF\"           | KNET0501 the text is not YAML: ",
                "a: \"\\x\"                   | KNET0501 the text is not YAML: ",
                "a: @b                        | KNET0501 the text is not YAML: ",
                "a: `b                        | KNET0501 the text is not YAML: ",
                "a: 'b                        | KNET0501 the text is not YAML: ",
                "}                            | KNET0501 the text is not YAML: ",
            })
    void isRefused(String text, String line) {
        String unescaped = text.strip().replace("\\n", "\n").replace("\\t", "\t");
        assertThat(lines(unescaped)).singleElement().asString().contains(line.strip());
    }

    @Test
    void whatIsNoCharacterOfYaml() {
        for (String character : List.of("\u0000", "\u0007", "\u001B", "\uFFFE", "\uFFFF", "\uD800")) {
            assertThat(lines("spec: {}\na: " + character + "b"))
                    .singleElement()
                    .asString()
                    .startsWith("3:4 KNET0501 character ");
        }
        assertThat(lines("\uD83D\uDE00: \u0007")).singleElement().asString().startsWith("2:5 KNET0501 character 7");
    }

    @Test
    void placesBehindCharactersOfTwoUnits() {
        assertThat(lines("metadata: {annotations: {a: \uD83D\uDE00\uD83D\uDE00, b: 1}}"))
                .singleElement()
                .asString()
                .startsWith("2:38 KNET0503 `metadata.annotations[b]` takes text");
    }

    /** A mark in front is dropped as any reader does; elsewhere it is a character like another. */
    @Test
    void byteOrderMark() {
        assertThat(Attempts.merged(WEB, "\uFEFFmetadata: {annotations: {a: b}}")
                        .getMetadata()
                        .getAnnotations())
                .containsEntry("a", "b");
        assertThat(lines("spec: {}\n\uFEFFa: b")).hasSize(1);
    }

    @Test
    void billionLaughs() {
        StringBuilder text = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (int i = 1; i < 30; i++) {
            text.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append(", *a")
                    .append(i - 1);
            text.append("]\n");
        }
        assertThat(lines(text.toString())).containsExactly("2:5 KNET0501 anchors are not taken");
    }

    @Test
    void deepNesting() {
        for (String open : List.of("[", "{a: ", "- ", "? ", "[{a: ")) {
            assertThat(lines("spec: \n  " + open.repeat(200_000)))
                    .as(open)
                    .singleElement()
                    .asString()
                    .contains("KNET0501 ");
        }
        assertThat(lines("spec: " + "[".repeat(60) + "]".repeat(60)))
                .singleElement()
                .asString()
                .endsWith("this is nested too deeply");
        StringBuilder block = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            block.append(" ".repeat(i)).append("a:\n");
        }
        assertThat(lines(block.toString())).singleElement().asString().contains("nested too deeply");
    }

    @Test
    void hugeTexts() {
        String word = "x".repeat(300_000);
        assertThat(Attempts.merged(WEB, "metadata: {annotations: {a: \"" + word + "\"}}")
                        .getMetadata()
                        .getAnnotations())
                .containsEntry("a", word);
        assertThat(lines("spec: {replicas: \"" + word + "\"}")).hasSize(1);
        assertThat(lines("spec: {" + word + ": 1}")).singleElement().asString().hasSizeLessThan(200);
        assertThat(lines("metadata: {annotations: {" + word + ": 1}}"))
                .singleElement()
                .asString()
                .hasSizeLessThan(300);
        assertThat(lines("spec: " + word)).singleElement().asString().hasSizeLessThan(200);
        assertThat(lines("a".repeat(2_000_000)))
                .containsExactly("2:1 KNET0501 the text is longer than any Kubernetes object can be");
        assertThat(lines("#".repeat(500_000))).isEmpty();
    }

    @Test
    void longNumbers() {
        for (String part : List.of("1", ":1", "_", "e1", "1.", "0x1", "-", "1-")) {
            String word = "1" + part.repeat(100_000);
            assertThat(lines("metadata: {annotations: {a: " + word + "}}"))
                    .as(part)
                    .singleElement()
                    .asString()
                    .hasSizeLessThan(300);
            assertThat(lines("spec: {replicas: " + word + "}")).as(part).hasSize(1);
            assertThat(lines("spec: {strategy: {rollingUpdate: {maxSurge: " + word + "}}}"))
                    .as(part)
                    .hasSize(1);
        }
        String quantity = "spec: {template: {spec: {containers: [{name: web, resources: {limits: {cpu: %s}}}]}}}";
        assertThat(lines(quantity.formatted("1".repeat(50_000) + "x"))).hasSize(1);
        assertThat(lines(quantity.formatted("1".repeat(50_000)))).isEmpty();
        assertThat(lines("metadata: {annotations: {a: v" + "1:".repeat(50_000) + "1}}"))
                .isEmpty();
    }

    @Test
    void manyOfEverything() {
        StringBuilder env = new StringBuilder("spec: {template: {spec: {containers: [{name: web, env: [");
        StringBuilder finalizers = new StringBuilder("metadata: {finalizers: [");
        StringBuilder unknown = new StringBuilder("spec:\n");
        for (int i = 0; i < 20_000; i++) {
            env.append("{name: A").append(i).append("}, ");
            finalizers.append("a/b").append(i).append(", ");
            unknown.append("  replica").append(i).append(": 1\n");
        }
        assertThat(lines(env + "]}]}}}")).isEmpty();
        assertThat(lines(finalizers + "]}")).isEmpty();
        assertThat(lines(unknown.toString())).hasSize(20_000);
    }

    /** Cases that are right, with pieces taken away, put in, or doubled. */
    @Test
    void brokenPieces() throws IOException {
        List<String> pieces = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/cases/patch"))) {
            for (Path file : files.sorted().toList()) {
                pieces.add(Files.readString(file).split("(?m)^---\n", -1)[1]);
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
                "&a",
                "*a",
                "!",
                "%",
                "#",
                "?",
                ",",
                "~",
                "null",
                "${",
                "${a}",
                "$${",
                "\\",
                "\uD83D",
                "\uDE00",
                "\uFEFF",
                "\u0000",
                "---\n",
                "...\n",
                "<<: ",
                "yes",
                "0x1",
                "1e9",
                "$patch: ",
                "\r",
                "\u0085",
                "\u2028");
        Random random = new Random(20261122);
        int refused = 0;
        for (int i = 0; i < 8_000; i++) {
            StringBuilder text = new StringBuilder(pieces.get(random.nextInt(pieces.size())));
            for (int n = random.nextInt(3); n >= 0; n--) {
                int at = random.nextInt(text.length() + 1);
                switch (random.nextInt(3)) {
                    case 0 -> text.insert(at, extras.get(random.nextInt(extras.size())));
                    case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
                }
            }
            HasMetadata object = random.nextBoolean() ? WEB : random.nextBoolean() ? Things.POD : Things.SERVICE;
            Patched patched = Attempts.patch(object, text.toString(), Map.of("a", "7"));
            refused += patched.diagnostics().isEmpty() ? 0 : 1;
            assertThat(patched.diagnostics())
                    .allMatch(it -> it.rule().compareTo(Rule.NOT_YAML) >= 0 || OF_OTHER_WORDS_TOO.contains(it.rule()));
        }
        assertThat(refused).isBetween(2_000, 7_950);
    }
}
