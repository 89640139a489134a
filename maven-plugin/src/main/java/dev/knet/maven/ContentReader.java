package dev.knet.maven;

import dev.knet.compile.CompileRequest;
import dev.knet.query.Manifest;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Reads what a question is about from the disk. */
record ContentReader(PathNames names) {

    /** Whatever is there, by what it is. */
    Content either(String setting, Path folder) throws MojoExecutionException, MojoFailureException {
        if (!Files.isDirectory(folder)) {
            return manifests(setting, folder);
        }
        List<CompileRequest.Source> sources =
                new SourceFolder(folder, names).namedBy(setting).read(true, why -> {});
        List<Manifest> manifests = manifestsIn(folder);
        if (!sources.isEmpty() && !manifests.isEmpty()) {
            throw new MojoFailureException(setting + " has both .knet files and manifests, such as "
                    + manifests.get(0).name() + ". Name a folder that has either");
        }
        if (sources.isEmpty() && manifests.isEmpty()) {
            throw new MojoFailureException(setting + " has neither .knet files nor manifests: " + names.of(folder));
        }
        return new Content(names.of(folder), sources, manifests);
    }

    /** A file, or all in a folder. */
    Content manifests(String setting, Path path) throws MojoExecutionException, MojoFailureException {
        if (!Files.exists(path)) {
            throw new MojoFailureException(setting + " does not exist: " + names.of(path));
        }
        if (!Files.isDirectory(path) && SourceFolder.isSource(path.toString())) {
            throw new MojoFailureException(setting + " is a .knet file: " + names.of(path) + ". Name its folder");
        }
        List<Manifest> manifests = manifestsIn(path);
        if (manifests.isEmpty()) {
            throw new MojoFailureException(
                    setting + " has no manifests, which end in .yaml, .yml or .json: " + names.of(path));
        }
        return Content.ofManifests(names.of(path), manifests);
    }

    private List<Manifest> manifestsIn(Path path) throws MojoExecutionException {
        try {
            return Manifest.in(path).stream()
                    .map(file -> file.called(names.of(Files.isDirectory(path) ? path.resolve(file.name()) : path)))
                    .toList();
        } catch (IOException e) {
            String failed =
                    e instanceof FileSystemException it && it.getFile() != null ? it.getFile() : path.toString();
            throw new MojoExecutionException("cannot read " + names.of(Path.of(failed)) + ": " + e, e);
        }
    }
}
