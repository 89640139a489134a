package dev.knet.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The only writer of sources. All of them are checked and lie ready, with the permissions of the files they are for,
 * before the first is replaced, each in one step. What a link leads to outside of the folder is not written.
 */
public final class SourceWriter {
    private static final String STAGING = ".knet-format.tmp";

    private final Path folder;
    private final Path root;
    private final Staging staging;
    private final List<Staging.Staged> staged = new ArrayList<>();
    private final List<Path> written = new ArrayList<>();
    private final List<Path> outside = new ArrayList<>();
    private final Set<Path> seen = new LinkedHashSet<>();

    private SourceWriter(Path folder) throws IOException {
        this.folder = folder;
        this.root = folder.toRealPath();
        this.staging = new Staging(root.resolve(STAGING));
    }

    /**
     * What a run did.
     *
     * @param written the files that were replaced
     * @param outside the links that lead out of the folder, to files that were left as they are
     */
    public record Outcome(List<Path> written, List<Path> outside) {
        public Outcome {
            written = List.copyOf(written);
            outside = List.copyOf(outside);
        }
    }

    /**
     * Replaces sources of this folder by their canonical layout.
     *
     * @throws OutputException if one cannot be written; no file has changed then, unless the disk failed between two
     *     renames
     */
    public static synchronized Outcome write(Path folder, List<SourceFormat.Change> changes) throws OutputException {
        try {
            return new SourceWriter(folder).run(changes);
        } catch (IOException e) {
            throw OutputException.of(e, "Run it again when that is put right: no file is half written");
        }
    }

    private Outcome run(List<SourceFormat.Change> changes) throws IOException {
        try {
            for (SourceFormat.Change change : changes) {
                stage(change);
            }
            Staging.moveAll(staged);
            return new Outcome(written, outside);
        } finally {
            staging.discard();
        }
    }

    private void stage(SourceFormat.Change change) throws IOException {
        Path file = folder.resolve(change.source().path());
        Path real = file.toRealPath();
        if (!real.startsWith(root)) {
            outside.add(file);
        } else if (seen.add(real)) {
            checkWritable(real);
            checkUnchanged(real, change.source());
            Staging.Staged ready = staging.add(real, change.text());
            copyPermissions(real, ready.from());
            staged.add(ready);
            written.add(file);
        }
    }

    /** Renaming asks for permission to write into the folder only; who protects a file means the file. */
    private static void checkWritable(Path file) throws OutputException {
        for (Path path : List.of(file, file.resolveSibling(""))) {
            if (!Files.isWritable(path)) {
                throw new OutputException("no permission to write " + path + ". Nothing was changed");
            }
        }
    }

    private static void checkUnchanged(Path file, CompileRequest.Source source) throws IOException {
        if (!Arrays.equals(Files.readAllBytes(file), source.bytes())) {
            throw new OutputException(
                    file + " has just been changed by somebody else. Nothing was changed; run it again");
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (old != null) {
            Files.setPosixFilePermissions(to, old.readAttributes().permissions());
        }
    }
}
