package dev.knet.compile;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A hidden folder beside the output in which new files lie ready, so that a full disk is noticed before anything is
 * replaced. They are numbered, so that no tool takes one for a source, and gone after the run, whatever happens in it.
 */
final class Staging {
    private final Path folder;
    private final List<Path> created = new ArrayList<>();
    private int count;

    Staging(Path folder) {
        this.folder = folder;
    }

    /** A file that lies ready, and its place. */
    record Staged(Path from, Path to) {}

    Staged add(Path place, String text) throws IOException {
        if (count == 0) {
            clear();
            createFolders();
        }
        count++;
        Path file = folder.resolve(Integer.toString(count));
        return new Staged(Files.writeString(file, text, StandardOpenOption.CREATE_NEW), place);
    }

    static void moveAll(List<Staged> files) throws IOException {
        Set<Path> folders = new HashSet<>();
        for (Staged file : files) {
            Path parent = file.to.resolveSibling("");
            if (folders.add(parent)) {
                Files.createDirectories(parent);
            }
            Files.move(file.from, file.to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void createFolders() throws IOException {
        for (Path missing = folder;
                missing != null && Files.notExists(missing, LinkOption.NOFOLLOW_LINKS);
                missing = missing.getParent()) {
            created.add(missing);
        }
        Files.createDirectories(folder.getParent());
        Files.createDirectory(folder);
    }

    /** Also removes what a run left that was killed; a failure here must not hide why the run failed. */
    void discard() {
        try {
            clear();
            for (Path path : created) {
                if (isEmpty(path)) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            // The next run tries again.
        }
    }

    private void clear() throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    static boolean isEmpty(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            return !entries.iterator().hasNext();
        }
    }
}
