package dev.knet.compile;

import dev.knet.emit.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The only writer of what is generated. It brings folders from what an earlier run for the same sources wrote to what this one
 * wants: equal files are not touched, others are replaced in one step each, those no longer wanted are removed. All
 * files of all folders are checked and lie ready before the first is replaced. A file that knet did not write for these
 * sources is never replaced or removed: knet's own say so in their first line and are listed beside.
 */
public final class ArtifactWriter {
    private final List<FolderUpdate> updates = new ArrayList<>();

    private ArtifactWriter() {}

    /** What a run did, sorted. */
    public record Outcome(List<Path> written, List<Path> unchanged, List<Path> removed) {
        public Outcome {
            written = written.stream().sorted().toList();
            unchanged = unchanged.stream().sorted().toList();
            removed = removed.stream().sorted().toList();
        }
    }

    /**
     * Writes each artifact into the folder for its kind; only one run at a time does, because modules that are built in
     * parallel may share a folder.
     *
     * @throws OutputException if something cannot be written, or would replace a file of somebody else; no file has
     *     changed then, unless the disk failed between two renames
     */
    public static synchronized Outcome write(Destination destination, List<Artifact> artifacts) throws OutputException {
        ArtifactWriter writer = new ArtifactWriter();
        try {
            writer.prepare(destination, artifacts);
            return writer.commit();
        } finally {
            writer.updates.forEach(FolderUpdate::close);
        }
    }

    private void prepare(Destination destination, List<Artifact> artifacts) throws OutputException {
        try {
            for (Map.Entry<Path, List<Artifact>> entry :
                    byFolder(destination, artifacts).entrySet()) {
                updates.add(FolderUpdate.plan(entry.getKey(), destination.sources(), entry.getValue()));
            }
            for (FolderUpdate update : updates) {
                update.stage();
            }
        } catch (IOException e) {
            throw OutputException.of(e, "Nothing was changed");
        }
    }

    private Outcome commit() throws OutputException {
        try {
            for (FolderUpdate update : updates) {
                update.announce();
            }
            for (FolderUpdate update : updates) {
                update.replace();
            }
            for (FolderUpdate update : updates) {
                update.remove();
            }
        } catch (IOException e) {
            throw OutputException.of(e, "Some files may have been replaced already; the next build completes them");
        }
        return new Outcome(all(FolderUpdate::written), all(FolderUpdate::unchanged), all(FolderUpdate::removed));
    }

    private List<Path> all(Function<FolderUpdate, List<Path>> files) {
        return updates.stream().flatMap(update -> files.apply(update).stream()).toList();
    }

    /** Every folder, also one that gets nothing now: something may have to go. Two kinds may share one. */
    private static Map<Path, List<Artifact>> byFolder(Destination destination, List<Artifact> artifacts)
            throws IOException {
        Map<Path, Path> folders = new LinkedHashMap<>();
        Map<Path, List<Artifact>> byFolder = new LinkedHashMap<>();
        for (Artifact.Kind kind : Artifact.Kind.values()) {
            Path folder = destination.folders().get(kind);
            if (folder != null) {
                Path first = folders.merge(real(folder), folder, (one, other) -> one);
                byFolder.computeIfAbsent(first, none -> new ArrayList<>())
                        .addAll(artifacts.stream()
                                .filter(artifact -> artifact.kind() == kind)
                                .toList());
            }
        }
        return byFolder;
    }

    /** One spelling for a folder that has several, by links or by case. */
    private static Path real(Path folder) throws IOException {
        return Files.exists(folder) ? folder.toRealPath() : folder;
    }
}
