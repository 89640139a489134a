package dev.knet.compile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * What the last run for one owner wrote into a folder, remembered in a hidden file there: the owner, then a path a
 * line. Two owners that write into one folder have a list each. Nothing in a list is taken on trust.
 */
record WrittenList(Path file, String owner, SortedSet<String> paths) {
    private static final String PREFIX = ".knet-";
    private static final String FIRST_LINE = "# Files that knet generated from ";

    /** The owner's list in this folder, empty if there is none. */
    static WrittenList of(Path root, String owner) throws IOException {
        String line = owner.replace('\n', ' ').replace('\r', ' ');
        Path file = root.resolve(PREFIX + hash(line));
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new WrittenList(file, line, new TreeSet<>());
        }
        WrittenList there = read(file);
        if (!there.owner.isEmpty() && !there.owner.equals(line)) {
            throw OutputException.inTheWay(
                    file, "it lists what was generated from " + there.owner + ". Choose another output folder");
        }
        return new WrittenList(file, line, there.paths);
    }

    /** The other owners' lists in the same folder. */
    List<WrittenList> others() throws IOException {
        List<WrittenList> others = new ArrayList<>();
        Path root = file.getParent();
        if (root != null && Files.isDirectory(root)) {
            try (DirectoryStream<Path> lists = Files.newDirectoryStream(root, PREFIX + "*")) {
                for (Path list : lists) {
                    if (!list.equals(file) && Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
                        others.add(read(list));
                    }
                }
            }
        }
        return others;
    }

    WrittenList with(SortedSet<String> other) {
        return new WrittenList(file, owner, other);
    }

    /** The owner as a folder; what is no path, in a list that knet did not write, is the list itself. */
    Path sources() {
        try {
            return file.resolveSibling(owner).normalize();
        } catch (InvalidPathException e) {
            return file;
        }
    }

    /** The hidden folder in which this owner's files lie ready before they are moved to their places. */
    Path stagingFolder() {
        return file.resolveSibling(file.getFileName() + ".tmp");
    }

    String text() {
        return FIRST_LINE + owner + "\n" + String.join("\n", paths) + "\n";
    }

    boolean isWritten() throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && decode(file).equals(text());
    }

    void delete() throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(file);
        }
    }

    /** Whatever is no list has no paths; bytes that are no text become a path that does not exist. */
    private static WrittenList read(Path file) throws IOException {
        List<String> lines = decode(file).lines().toList();
        if (lines.isEmpty() || !lines.get(0).startsWith(FIRST_LINE)) {
            return new WrittenList(file, "", new TreeSet<>());
        }
        String owner = lines.get(0).substring(FIRST_LINE.length());
        return new WrittenList(file, owner, new TreeSet<>(lines.subList(1, lines.size())));
    }

    private static String decode(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** It tells owners of one folder apart and keeps no secret: a message digest would cost as much as a small build. */
    private static String hash(String owner) {
        CRC32 checksum = new CRC32();
        checksum.update(owner.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(checksum.getValue());
    }
}
