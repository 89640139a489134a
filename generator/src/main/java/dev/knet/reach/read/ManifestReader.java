package dev.knet.reach.read;

import dev.knet.reach.objects.ClusterObjects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Stub. */
public final class ManifestReader {
    /** Stub. */
    public static final class Source {
        public Source(String name, byte[] text) {}
    }

    public static ClusterObjects read(List<Source> sources, String ns) {
        return new ClusterObjects(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public static List<Source> folder(Path f) throws IOException {
        return List.of();
    }
}
