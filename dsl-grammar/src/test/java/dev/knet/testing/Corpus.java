package dev.knet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the cases, as texts to try things with. */
public final class Corpus {
    /** The folder of all cases. */
    public static final Path CASES = Path.of("src/test/cases");

    private Corpus() {}

    /** The right ones, with the line ends that they are written with. */
    public static List<Path> right() {
        return new Goldens(CASES.resolve("parse"), ".knet", ".tree").cases().toList();
    }

    /** All of them, whose bytes need not even be text. */
    public static List<Path> all() {
        Stream<Path> wrong = new Goldens(CASES.resolve("reject"), ".knet", ".diag").cases();
        return Stream.concat(right().stream(), wrong).toList();
    }

    /** A file's text with the line ends of Unix. */
    public static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** A file as it is. */
    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
