package dev.knet.compile;

import dev.knet.emit.Artifact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The only writer of files. It brings a folder from what an earlier run of the same sources wrote to what this one
 * wants: equal files are not touched, others are replaced in one step each, those no longer wanted are removed. A file
 * that knet did not write is never replaced or removed: knet's own say so in their first line.
 */
public final class ArtifactWriter {
    private static final int MARK_SEARCHED = 200;

    private final Path root;
    private final WrittenList written;

    private ArtifactWriter(Path root, String owner) {
        this.root = root.toAbsolutePath().normalize();
        this.written = new WrittenList(this.root, owner);
    }

    /** What a run did to a folder: paths below it, sorted. */
    public record Outcome(List<String> written, List<String> unchanged, List<String> removed) {
        public Outcome {
            written = List.copyOf(written);
            unchanged = List.copyOf(unchanged);
            removed = List.copyOf(removed);
        }
    }

    /**
     * Writes the artifacts below the root. The owner says whose files these are (the folder of the sources): runs of
     * another owner into the same folder leave them alone.
     *
     * @throws IOException if something cannot be written, or would replace a file of somebody else; no file has changed
     *     then unless the disk failed between two renames
     */
    public static Outcome write(Path root, String owner, List<Artifact> artifacts) throws IOException {
        return new ArtifactWriter(root, owner).write(artifacts);
    }

    private Outcome write(List<Artifact> artifacts) throws IOException {
        SortedSet<String> earlier = written.read();
        SortedSet<String> wanted = new TreeSet<>();
        List<Artifact> changed = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        for (Artifact artifact : artifacts) {
            wanted.add(artifact.path());
            if (isSame(artifact)) {
                unchanged.add(artifact.path());
            } else {
                changed.add(artifact);
            }
        }
        List<String> removed = new ArrayList<>(earlier);
        removed.removeAll(wanted);
        replace(changed, union(earlier, wanted));
        List<String> gone = remove(removed);
        if (!earlier.equals(wanted)) {
            written.write(wanted);
        }
        unchanged.sort(null);
        return new Outcome(changed.stream().map(Artifact::path).sorted().toList(), unchanged, gone);
    }

    private boolean isSame(Artifact artifact) throws IOException {
        Path file = resolve(artifact.path());
        if (!Files.exists(file)) {
            return false;
        }
        byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
        if (!isOwn(bytes)) {
            throw new IOException(
                    file + " is in the way: knet did not write it. Move it, or choose another output folder");
        }
        return Arrays.equals(bytes, artifact.text().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isOwn(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, MARK_SEARCHED), StandardCharsets.UTF_8);
        int end = head.indexOf('\n');
        return (end < 0 ? head : head.substring(0, end)).contains(Artifact.MARK);
    }

    /** First everything is put beside its place, so that a full disk is noticed before anything is replaced. */
    private void replace(List<Artifact> changed, SortedSet<String> all) throws IOException {
        if (changed.isEmpty()) {
            return;
        }
        List<Path> staged = new ArrayList<>();
        try {
            for (Artifact artifact : changed) {
                staged.add(stage(artifact));
            }
            written.write(all);
            for (int i = 0; i < changed.size(); i++) {
                move(staged.get(i), resolve(changed.get(i).path()));
            }
        } finally {
            for (Path left : staged) {
                Files.deleteIfExists(left);
            }
        }
    }

    private Path stage(Artifact artifact) throws IOException {
        Path file = resolve(artifact.path());
        Files.createDirectories(file.getParent());
        Path staged = file.resolveSibling("." + file.getFileName() + ".tmp");
        Files.writeString(staged, artifact.text());
        return staged;
    }

    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> remove(List<String> paths) throws IOException {
        List<String> gone = new ArrayList<>();
        for (String path : paths) {
            Path file = root.resolve(path).normalize();
            if (file.startsWith(root) && Files.isRegularFile(file) && isOwn(Files.readAllBytes(file))) {
                Files.delete(file);
                removeEmptyFolders(file);
                gone.add(path);
            }
        }
        return gone;
    }

    private void removeEmptyFolders(Path removed) throws IOException {
        Path folder = removed.getParent();
        while (folder != null && !folder.equals(root) && isEmpty(folder)) {
            Files.delete(folder);
            folder = folder.getParent();
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Names are checked long before; that no path leaves the folder is certain here all the same. */
    private Path resolve(String path) throws IOException {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new IOException(path + " would be written outside " + root);
        }
        return file;
    }

    private static SortedSet<String> union(SortedSet<String> one, SortedSet<String> other) {
        SortedSet<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }
}
