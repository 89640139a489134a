package dev.knet.maven;

import dev.knet.compile.CompileRequest;
import dev.knet.query.Manifest;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Reads what a question is about from a revision of the repository that its folder is in. */
record RevisionReader(PathNames names, String revision) {

    /** The same files as are read of the folder itself, less those that are links; none if it had no such folder. */
    Content sources(Path folder) throws MojoExecutionException, MojoFailureException {
        List<CompileRequest.Source> sources = read(folder, SourceFolder::isSource).stream()
                .map(blob -> new CompileRequest.Source(name(folder, blob.path()), blob.path(), blob.content()))
                .toList();
        return Content.ofSources(place(folder), sources);
    }

    /** The same of a folder of manifests. */
    Content manifests(Path folder) throws MojoExecutionException, MojoFailureException {
        List<Manifest> manifests = read(folder, Manifest::isCalledLikeOne).stream()
                .map(blob -> Manifest.of(name(folder, blob.path()), blob.content()))
                .toList();
        return Content.ofManifests(place(folder), manifests);
    }

    private List<Git.Blob> read(Path folder, Predicate<String> isWanted)
            throws MojoExecutionException, MojoFailureException {
        Git git = Git.at(folder);
        List<Git.Entry> entries = git.files(git.commit(revision), folder).stream()
                .filter(entry -> isWanted.test(entry.path()) && !isHidden(entry.path()))
                .sorted(Comparator.comparing(Git.Entry::path))
                .toList();
        return git.read(entries);
    }

    private static boolean isHidden(String path) {
        return path.startsWith(".") || path.contains("/.");
    }

    private String place(Path folder) {
        return revision + ":" + names.of(folder);
    }

    /** As git itself calls a file of a commit. */
    private String name(Path folder, String path) {
        String place = place(folder);
        return place.endsWith("/" + path) ? place : place + "/" + path;
    }
}
