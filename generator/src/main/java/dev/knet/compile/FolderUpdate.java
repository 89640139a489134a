package dev.knet.compile;

import dev.knet.emit.Artifact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One folder on its way from what an earlier run wrote to what this one wants. It goes in steps, so that several
 * folders can go together; up to {@link #stage} nothing is changed that {@link #close} does not undo.
 */
final class FolderUpdate {
    private final OutputFolder folder;
    private final WrittenList earlier;
    private final FolderPlan plan;
    private final Staging staging;

    private final List<Staging.Staged> files = new ArrayList<>();
    private final List<Staging.Staged> announced = new ArrayList<>();
    private final List<Staging.Staged> settled = new ArrayList<>();
    private final List<Path> removed = new ArrayList<>();

    private FolderUpdate(OutputFolder folder, WrittenList earlier, FolderPlan plan) {
        this.folder = folder;
        this.earlier = earlier;
        this.plan = plan;
        this.staging = new Staging(earlier.stagingFolder());
    }

    static FolderUpdate plan(Path root, Path sources, List<Artifact> artifacts) throws IOException {
        OutputFolder folder = new OutputFolder(root);
        WrittenList earlier = WrittenList.of(root, owner(root, sources));
        return new FolderUpdate(folder, earlier, FolderPlan.of(folder, earlier, artifacts));
    }

    /** The sources as the folder sees them: the same on every machine, another for each module of a build. */
    private static String owner(Path root, Path sources) {
        boolean related = String.valueOf(root.getRoot()).equals(String.valueOf(sources.getRoot()));
        return (related ? root.relativize(sources) : sources).toString().replace('\\', '/');
    }

    /** Puts everything beside its place: what fails for want of room or permission fails here. */
    void stage() throws IOException {
        for (String path : plan.stale()) {
            folder.checkWritable(folder.place(path));
        }
        for (Artifact artifact : plan.changed()) {
            Path file = folder.place(artifact.path());
            folder.checkWritable(file);
            files.add(staging.add(file, artifact.text()));
        }
        stageLists();
    }

    private void stageLists() throws IOException {
        SortedSet<String> wanted = plan.wanted();
        NavigableSet<String> both = new TreeSet<>(wanted);
        earlier.paths().stream().filter(folder::isInside).forEach(both::add);
        WrittenList before = earlier.with(both);
        if (!both.isEmpty() && !before.isWritten()) {
            announced.add(staging.add(before.file(), before.text()));
        }
        if (!wanted.isEmpty() && !wanted.equals(both)) {
            settled.add(staging.add(before.file(), earlier.with(wanted).text()));
        }
    }

    /** Lists what will be there besides what is: a run that is killed from here on leaves nothing that is not listed. */
    void announce() throws IOException {
        Staging.moveAll(announced);
    }

    void replace() throws IOException {
        remove(plan.respelled());
        Staging.moveAll(files);
    }

    void remove() throws IOException {
        SortedSet<String> stale = new TreeSet<>(plan.stale());
        stale.removeAll(plan.respelled());
        remove(stale);
        Staging.moveAll(settled);
        if (plan.wanted().isEmpty()) {
            earlier.delete();
        }
    }

    private void remove(SortedSet<String> paths) throws IOException {
        for (String path : paths) {
            Path file = folder.place(path);
            if (folder.delete(file)) {
                removed.add(file);
            }
        }
    }

    void close() {
        staging.discard();
    }

    List<Path> written() {
        return files.stream().map(Staging.Staged::to).toList();
    }

    List<Path> unchanged() {
        return plan.unchanged();
    }

    List<Path> removed() {
        return removed;
    }
}
