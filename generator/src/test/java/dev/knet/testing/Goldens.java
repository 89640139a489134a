package dev.knet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares output with the files kept for it. A file that is missing is written and the test fails, so that somebody
 * looks at it; with {@code -Dknet.updateGoldens=true} all are written, and all tests fail.
 */
public final class Goldens {
    private static final boolean UPDATE = Boolean.getBoolean("knet.updateGoldens");

    private Goldens() {}

    /** One text in one file. */
    public static void check(Path golden, String actual) {
        if (UPDATE || !Files.exists(golden)) {
            write(golden, actual);
            fail("written, look at it: " + golden);
        }
        assertThat(actual).as("%s", golden).isEqualTo(read(golden));
    }

    /** A set of files, by their paths within the folder: neither may have one that the other lacks. */
    public static void check(Path folder, Map<String, String> actual) {
        if (UPDATE || !Files.exists(folder)) {
            files(folder).keySet().forEach(path -> delete(folder.resolve(path)));
            actual.forEach((path, text) -> write(folder.resolve(path), text));
            fail("written, look at it: " + folder);
        }
        SortedMap<String, String> expected = files(folder);
        actual.forEach((path, text) -> {
            if (expected.containsKey(path)) {
                assertThat(text).as("%s", folder.resolve(path)).isEqualTo(expected.get(path));
            }
        });
        assertThat(actual.keySet()).as("files of %s", folder).containsExactlyInAnyOrderElementsOf(expected.keySet());
    }

    /** The text of every file in a folder and below, by its path within it, with `/` between names. */
    public static SortedMap<String, String> files(Path folder) {
        SortedMap<String, String> files = new TreeMap<>();
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.filter(Files::isRegularFile)
                        .forEach(path ->
                                files.put(folder.relativize(path).toString().replace('\\', '/'), read(path)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /** The text of a file. */
    public static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
