package dev.knet.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A folder and the limits of what is done in it: nothing outside it, nothing through a link. */
final class OutputFolder {
    private final Path root;
    private final Set<Path> passable = new HashSet<>();
    private final Set<Path> writable = new HashSet<>();

    OutputFolder(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** Where a file of this path belongs; what is there must not keep it from being written. */
    Path place(String path) throws OutputException {
        if (!isInside(path)) {
            throw new OutputException(path + " would be written outside " + root);
        }
        Path file = root.resolve(path);
        checkRoot();
        for (Path folder : foldersAbove(file)) {
            checkPassable(folder);
        }
        return file;
    }

    private void checkRoot() throws OutputException {
        Path existing = existing(root);
        if (passable.add(root) && !Files.isDirectory(existing)) {
            throw OutputException.inTheWay(existing, "it is no folder. Move it, or choose another output folder");
        }
    }

    private void checkPassable(Path folder) throws OutputException {
        if (passable.add(folder)
                && Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw OutputException.inTheWay(
                    folder, "there must be a folder, and no link to one. Move it, or choose another output folder");
        }
    }

    /** Whether this is the one and only spelling of a path to a place inside. */
    boolean isInside(String path) {
        try {
            Path file = root.resolve(path).normalize();
            return file.startsWith(root)
                    && !path.isEmpty()
                    && root.relativize(file).toString().replace('\\', '/').equals(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Whether an ordinary file with knet's mark is there, reached without a link. */
    boolean isGenerated(String path) throws IOException {
        if (!isInside(path)) {
            return false;
        }
        Path file = root.resolve(path);
        for (Path folder : foldersAbove(file)) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
        }
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Headline.of(file).isKnets();
    }

    void checkWritable(Path file) throws OutputException {
        Path folder = file.resolveSibling("");
        if (writable.add(folder) && !Files.isWritable(existing(folder))) {
            throw OutputException.notWritable(existing(folder));
        }
    }

    /** Removes the file, and the folders above it that are empty then; says whether there was one. */
    boolean delete(Path file) throws IOException {
        if (!Files.deleteIfExists(file)) {
            return false;
        }
        for (Path folder : foldersAbove(file)) {
            if (Staging.isEmpty(folder)) {
                Files.delete(folder);
            }
        }
        return true;
    }

    /** Those between a file and the root, without the root, the nearest first. */
    private List<Path> foldersAbove(Path file) {
        List<Path> folders = new ArrayList<>();
        Path folder = file.getParent();
        while (folder != null && !folder.equals(root)) {
            folders.add(folder);
            folder = folder.getParent();
        }
        return folders;
    }

    /** The folder itself or the nearest one above it that exists; there is always one. */
    private static Path existing(Path folder) {
        Path existing = folder;
        while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }
}
