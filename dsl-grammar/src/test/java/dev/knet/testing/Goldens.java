package dev.knet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Inputs beside what must come out of them. A golden that is missing is written and its test fails; with
 * `-Dknet.updateGoldens=true` all are written and all fail, so that no run both changes what is expected and passes.
 */
public final class Goldens {
    private static final boolean UPDATE = Boolean.getBoolean("knet.updateGoldens");

    private final Path folder;
    private final String input;
    private final String golden;

    /** The cases are the files of the folder and its folders with the one ending; goldens have the other. */
    public Goldens(Path folder, String input, String golden) {
        this.folder = folder;
        this.input = input;
        this.golden = golden;
    }

    /** A test for each case, and one for the files that belong to none. */
    public Stream<DynamicTest> tests(Function<Path, String> run) {
        return Stream.concat(
                cases().map(file -> DynamicTest.dynamicTest(name(file), file.toUri(), () -> check(file, run))),
                Stream.of(DynamicTest.dynamicTest("every file belongs to a case", this::checkFiles)));
    }

    /** The inputs, sorted. */
    public Stream<Path> cases() {
        return files().stream().filter(file -> file.toString().endsWith(input));
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private void check(Path file, Function<Path, String> run) throws IOException {
        String actual = run.apply(file);
        Path expected = golden(file);
        if (UPDATE || !Files.exists(expected)) {
            Files.writeString(expected, actual);
            fail("written, to be looked at: " + expected);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    private void checkFiles() {
        List<Path> expected =
                cases().flatMap(file -> Stream.of(file, golden(file))).sorted().toList();
        assertThat(files()).isEqualTo(expected);
    }

    private Path golden(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - input.length()) + golden);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
