package dev.knet.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.emit.Artifact;
import dev.knet.emit.java.Compiled;
import dev.knet.testing.Resolving;
import dev.knet.testing.apiserver.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The files of this repository with a few changes: compiling them ends, in files or in errors, and what comes out is
 * what an API server and javac take. Each round has a seed of its own, which a failure shows; `-Dknet.fuzz=N` is for more
 * rounds, `-Dknet.fuzzFrom=N` for others.
 */
final class CompilerFuzzTest {
    private static final int ROUNDS = Integer.getInteger("knet.fuzz", 4_000);
    private static final int FIRST = Integer.getInteger("knet.fuzzFrom", 0);
    private static final int JAVA_SHARE = 10;
    private static final int MOST_CHANGES = 2;
    private static final int LONGEST = 6_000;
    private static final List<String> PLACES = List.of("src/test/cases", "../samples", "../maven-plugin/src/it");
    private static final Pattern WORD =
            Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"|[A-Za-z0-9_.$-]+|[ \t]+|\\n|.", Pattern.DOTALL);
    private static final List<String> PIECES = List.of(
            "\"\"",
            "\" \"",
            "0",
            "65536",
            "-1",
            "\n",
            ";",
            ",",
            "{",
            "}",
            "(",
            ")",
            "\"",
            "\"\"\"",
            "a".repeat(64),
            "é",
            "existing ",
            "new ",
            "headless ",
            "on ",
            "any port",
            "anyone",
            "dns",
            "tcp",
            "udp/53",
            "10.0.0.0/8",
            "::/0",
            "${a}",
            "host network",
            "deny all",
            "labels app=a",
            "annotations a=b",
            "replicas 0",
            "cpu 1",
            "port tcp/1");

    private final List<String> files = files();
    /** Those that compile by themselves: from these, a few changes lead to what nobody thought of. */
    private final List<String> right = files.stream()
            .filter(text -> !compile(0, List.of(text), new Random(0)).hasErrors())
            .toList();

    /** What an earlier build has left in `target` is none of the repository's. */
    private static List<String> files() {
        List<String> files = new ArrayList<>();
        for (String place : PLACES) {
            try (Stream<Path> paths = Files.walk(Path.of(place))) {
                for (Path path : paths.sorted().toList()) {
                    String name = path.toString().replace('\\', '/');
                    if (name.endsWith(".knet") && !name.contains("/target/") && Files.size(path) < LONGEST) {
                        files.add(Files.readString(path));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(files).hasSizeGreaterThan(200);
        return files;
    }

    @Test
    void endsInFilesOrInErrors() {
        Map<String, String> java = new LinkedHashMap<>();
        int compiled = 0;
        for (int seed = FIRST; seed < FIRST + ROUNDS; seed++) {
            Random random = new Random(seed);
            List<String> texts = new ArrayList<>();
            for (int i = random.nextInt(5) == 0 ? 2 : 1; i > 0; i--) {
                texts.add(changed(random));
            }
            CompileResult result = compile(seed, texts, random);
            assertThat(result.hasErrors())
                    .as("seed %s", seed)
                    .isEqualTo(result.diagnostics().stream().anyMatch(it -> it.isError()));
            if (!result.hasErrors()) {
                compiled++;
                assertValid(seed, texts, result);
                if (compiled % JAVA_SHARE == 0) {
                    String folder = "r" + seed + "/";
                    result.artifacts().stream()
                            .filter(it -> it.kind() == Artifact.Kind.JAVA)
                            .forEach(it -> java.put(folder + it.path(), it.text()));
                }
            }
        }
        assertThat(compiled).isBetween(ROUNDS / 20, ROUNDS * 9 / 10);
        assertCompiles(java);
    }

    /** Those of one round have packages that another round may have too. */
    private static void assertCompiles(Map<String, String> java) {
        Map<String, Map<String, String>> rounds = new LinkedHashMap<>();
        java.forEach((path, text) -> rounds.computeIfAbsent(
                        path.substring(0, path.indexOf('/')), it -> new LinkedHashMap<>())
                .put(path.substring(path.indexOf('/') + 1), text));
        assertThat(rounds).isNotEmpty();
        // As few runs of javac as there can be: a round joins the first set that has none of its paths.
        List<Map<String, String>> sets = new ArrayList<>();
        for (Map<String, String> round : rounds.values()) {
            sets.stream()
                    .filter(it -> Collections.disjoint(it.keySet(), round.keySet()))
                    .findFirst()
                    .ifPresentOrElse(it -> it.putAll(round), () -> sets.add(new LinkedHashMap<>(round)));
        }
        sets.forEach(Compiled::of);
    }

    private static void assertValid(int seed, List<String> texts, CompileResult result) {
        for (Artifact artifact : result.artifacts()) {
            if (artifact.kind() == Artifact.Kind.MANIFEST && !artifact.path().endsWith("kustomization.yaml")) {
                assertThat(ApiServer.violations(objects(artifact.text())))
                        .as("seed %s\n%s", seed, String.join("\n---\n", texts))
                        .isEmpty();
            }
        }
    }

    private static List<HasMetadata> objects(String yaml) {
        List<HasMetadata> objects = new ArrayList<>();
        for (String document : yaml.split("\n---\n")) {
            HasMetadata object = Serialization.unmarshal(document, HasMetadata.class);
            if (object != null) {
                objects.add(object);
            }
        }
        return objects;
    }

    private String changed(Random random) {
        String text = file(random);
        for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
            text = switch (random.nextInt(5)) {
                case 0, 1 -> joined(change(words(text), words(file(random)), random), "");
                case 2, 3 -> joined(change(lines(text), lines(file(random)), random), "\n");
                default -> characters(text, random);
            };
        }
        return text;
    }

    private String file(Random random) {
        List<String> from = random.nextInt(4) == 0 ? files : right;
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> words(String text) {
        return new ArrayList<>(
                WORD.matcher(text).results().map(MatchResult::group).toList());
    }

    private static List<String> lines(String text) {
        return new ArrayList<>(List.of(text.split("\n", -1)));
    }

    private static String joined(List<String> parts, String by) {
        return String.join(by, parts);
    }

    private static List<String> change(List<String> parts, List<String> others, Random random) {
        if (parts.isEmpty()) {
            return others;
        }
        int at = random.nextInt(parts.size());
        switch (random.nextInt(6)) {
            case 0 -> parts.remove(at);
            case 1 -> parts.add(at, parts.get(at));
            case 2 -> Collections.swap(parts, at, random.nextInt(parts.size()));
            case 3 -> parts.set(at, others.isEmpty() ? "" : others.get(random.nextInt(others.size())));
            case 4 -> parts.set(at, parts.get(random.nextInt(parts.size())));
            default -> parts.add(at, PIECES.get(random.nextInt(PIECES.size())));
        }
        return parts;
    }

    private static String characters(String text, Random random) {
        if (text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(3));
        String part = random.nextInt(3) == 0
                ? text.substring(at, end).repeat(2)
                : random.nextBoolean() ? "" : String.valueOf((char) (' ' + random.nextInt(95)));
        return text.substring(0, at) + part + text.substring(end);
    }

    private static CompileResult compile(int seed, List<String> texts, Random random) {
        List<CompileRequest.Source> sources = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String name = i == 0 ? "shop.knet" : "platform.knet";
            sources.add(new CompileRequest.Source(name, name, texts.get(i).getBytes(StandardCharsets.UTF_8)));
        }
        Set<Artifact.Kind> all = EnumSet.allOf(Artifact.Kind.class);
        List<String> environments = random.nextInt(10) == 0 ? List.of("prod") : List.of();
        try {
            return Compiler.compile(new CompileRequest(
                    sources,
                    "knet.r" + seed,
                    new CompileRequest.Settings(Map.of("version", "1"), environments, Resolving.TODAY),
                    all));
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed " + seed + "\n" + String.join("\n---\n", texts), e);
        }
    }
}
