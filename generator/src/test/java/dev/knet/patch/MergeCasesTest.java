package dev.knet.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.emit.yaml.ManifestYaml;
import dev.knet.lower.Manifest;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each file of {@code src/test/cases/patch} is an object, a patch, and what comes of it, written by hand after what
 * `kubectl patch` does; read by Kubernetes' usual reader for Java, which shares nothing with ours.
 */
final class MergeCasesTest {
    private static final Path CASES = Path.of("src/test/cases/patch");

    private record Case(String name, HasMetadata object, String patch, HasMetadata expected) {
        static Case of(Path file) {
            try {
                String[] documents = Files.readString(file).split("(?m)^---\n", -1);
                assertThat(documents).as("%s", file).hasSize(3);
                String name = file.getFileName().toString();
                return new Case(name, Attempts.object(documents[0]), documents[1], Attempts.object(documents[2]));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<Case> cases() {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.sorted().map(Case::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> merged() {
        return cases().stream()
                .map(it -> DynamicTest.dynamicTest(
                        it.name,
                        () -> assertThat(Attempts.merged(it.object, it.patch))
                                .isEqualTo(it.expected)
                                .hasSameClassAs(it.object)));
    }

    @TestFactory
    Stream<DynamicTest> theObjectItselfIsNotChanged() {
        return cases().stream()
                .map(it -> DynamicTest.dynamicTest(it.name, () -> {
                    String before = written(it.object);
                    HasMetadata merged = Attempts.merged(it.object, it.patch);
                    assertThat(merged).isNotSameAs(it.object);
                    assertThat(written(it.object)).isEqualTo(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> anEmptyPatchChangesNothing() {
        return cases().stream()
                .map(it -> DynamicTest.dynamicTest(it.name, () -> {
                    for (String empty : List.of("", "{}", "\n# nothing\n", "---\n", "null", "metadata: {}\n")) {
                        assertThat(Attempts.merged(it.object, empty)).as(empty).isEqualTo(it.object);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatTheObjectSaysChangesNothing() {
        return cases().stream()
                .flatMap(it -> Stream.of(it.object, it.expected))
                .map(object -> DynamicTest.dynamicTest(
                        object.getKind(),
                        () -> assertThat(Attempts.merged(object, Attempts.literally(written(object))))
                                .isEqualTo(object)));
    }

    @TestFactory
    Stream<DynamicTest> thePatchOnceMoreChangesNothing() {
        return cases().stream()
                .map(it -> DynamicTest.dynamicTest(
                        it.name,
                        () -> assertThat(Attempts.merged(it.expected, it.patch)).isEqualTo(it.expected)));
    }

    /** What is written of a merged object is that object to the usual reader. */
    @TestFactory
    Stream<DynamicTest> isWrittenAsItIs() {
        return cases().stream()
                .map(it -> DynamicTest.dynamicTest(it.name, () -> {
                    HasMetadata merged = Attempts.merged(it.object, it.patch);
                    assertThat(Attempts.object(written(merged))).isEqualTo(it.expected);
                }));
    }

    @Test
    void areOfAllKinds() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(cases().stream().map(it -> it.object.getKind()))
                .contains("Namespace", "Service", "Pod", "Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob");
    }

    private static String written(HasMetadata object) {
        return ManifestYaml.write(List.of(), List.of(new Manifest(object, List.of(), List.of(), List.of())));
    }
}
