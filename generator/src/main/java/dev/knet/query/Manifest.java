package dev.knet.query;

import dev.knet.reach.read.ManifestReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file of Kubernetes' objects, by the name that messages call it. */
public final class Manifest {
    private final ManifestReader.Source source;

    private Manifest(ManifestReader.Source source) {
        this.source = source;
    }

    public static Manifest of(String name, byte[] content) {
        return new Manifest(new ManifestReader.Source(name, content));
    }

    /** Those in a folder and below, or the one file, called by their paths in it. */
    public static List<Manifest> in(Path folder) throws IOException {
        return ManifestReader.folder(folder).stream().map(Manifest::new).toList();
    }

    /** Whether a file of such a name is taken for one. */
    public static boolean isCalledLikeOne(String name) {
        return ManifestReader.isManifest(name);
    }

    public String name() {
        return source.name();
    }

    public Manifest called(String name) {
        return of(name, source.content());
    }

    ManifestReader.Source source() {
        return source;
    }
}
