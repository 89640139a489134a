package dev.knet.compile;

import dev.knet.emit.Artifact;
import java.util.List;
import java.util.Set;

/** What to compile: the sources, the Java package of files that name none, and what to produce. */
public record CompileRequest(List<Source> sources, String javaPackage, Set<Artifact.Kind> wanted) {
    /** The package where neither a file nor the build names one. */
    public static final String DEFAULT_PACKAGE = "knet";

    public CompileRequest {
        sources = List.copyOf(sources);
        wanted = Set.copyOf(wanted);
    }

    /** A file: its bytes, how messages call it, and how what is generated from it calls it. */
    public static final class Source {
        private final String displayName;
        private final String path;
        private final byte[] bytes;

        public Source(String displayName, String path, byte[] bytes) {
            this.displayName = displayName;
            this.path = path;
            this.bytes = bytes.clone();
        }

        String displayName() {
            return displayName;
        }

        String path() {
            return path;
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }
}
