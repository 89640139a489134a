package dev.knet.compile;

import dev.knet.emit.Artifact;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Where files go: a folder for each kind that is wanted, and the folder of the sources, which says whose they are. */
public record Destination(Path sources, Map<Artifact.Kind, Path> folders) {

    public Destination {
        sources = plain(sources);
        Map<Artifact.Kind, Path> plain = new EnumMap<>(Artifact.Kind.class);
        folders.forEach((kind, folder) -> plain.put(kind, plain(folder)));
        folders = Map.copyOf(plain);
    }

    public static Destination of(Path sources, Path manifests, Path java) {
        return new Destination(sources, Map.of(Artifact.Kind.MANIFEST, manifests, Artifact.Kind.JAVA, java));
    }

    public Set<Artifact.Kind> kinds() {
        return folders.keySet();
    }

    private static Path plain(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
