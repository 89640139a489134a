package dev.knet.emit.java;

import dev.knet.emit.Artifact;
import dev.knet.lower.Manifests;
import dev.knet.model.Topology;
import java.util.List;

/** Writes the Java API of a topology: a facade, and a class for each thing. */
public final class JavaEmitter {
    private JavaEmitter() {}

    /** The source is how the generated files call the file that they come from. */
    public static List<Artifact> emit(Topology topology, Manifests manifests, String source) {
        return List.of();
    }
}
