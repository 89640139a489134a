package dev.knet.compile;

import dev.knet.emit.Artifact;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What to compile: the sources, the Java package of files that name none, and what to produce. */
public record CompileRequest(List<Source> sources, String javaPackage, Settings settings, Set<Artifact.Kind> wanted) {
    /** How the name of a lock ends; what stands before it is the name of its topology. */
    public static final String LOCK_ENDING = ".knet.lock";

    /** The package where neither a file nor the build names one. */
    public static final String DEFAULT_PACKAGE = "knet";

    public CompileRequest {
        sources = List.copyOf(sources);
        wanted = Set.copyOf(wanted);
    }

    /** Everything is made that can be, for who only asks whether that goes well. */
    public static CompileRequest toCheck(List<Source> sources, String javaPackage, Settings settings) {
        return new CompileRequest(sources, javaPackage, settings, EnumSet.allOf(Artifact.Kind.class));
    }

    /** No file is made, for who asks what would come of it. */
    public static CompileRequest toAsk(List<Source> sources, Settings settings) {
        return new CompileRequest(sources, DEFAULT_PACKAGE, settings, Set.of());
    }

    /**
     * What only the build knows.
     *
     * @param parameters the values of parameters, by name
     * @param environments the environments to compile for, in the order given; none for the files as they are
     * @param today the day of the build, for what was to end before it
     */
    public record Settings(Map<String, String> parameters, List<String> environments, LocalDate today) {
        public Settings {
            parameters = Map.copyOf(parameters);
            environments = List.copyOf(environments);
        }

        /** No parameters, no environments. */
        public static Settings on(LocalDate today) {
            return new Settings(Map.of(), List.of(), today);
        }
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
