package dev.knet.compile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the last run for one owner wrote into a folder, remembered in a hidden file there: a path a line. Two owners
 * that write into one folder have a list each.
 */
final class WrittenList {
    private final Path file;

    WrittenList(Path root, String owner) {
        this.file = root.resolve(".knet-" + Integer.toHexString(owner.hashCode()));
    }

    SortedSet<String> read() throws IOException {
        return Files.isRegularFile(file)
                ? new TreeSet<>(Files.readAllLines(file, StandardCharsets.UTF_8))
                : new TreeSet<>();
    }

    void write(SortedSet<String> paths) throws IOException {
        Files.createDirectories(file.getParent());
        Path staged = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(staged, String.join("\n", paths) + (paths.isEmpty() ? "" : "\n"));
        ArtifactWriter.move(staged, file);
    }
}
