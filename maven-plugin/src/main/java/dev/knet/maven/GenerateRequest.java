package dev.knet.maven;

import dev.knet.compile.CompileRequest;
import dev.knet.compile.Destination;
import java.nio.file.Path;

/**
 * What a run of the goal is to do: the settings as values.
 *
 * @param asked whether the user of this very build named the folder of the sources, so that it must exist
 */
record GenerateRequest(
        PathNames names,
        Path sources,
        boolean asked,
        Path manifests,
        Path java,
        String javaPackage,
        CompileRequest.Settings settings) {

    GenerateRequest {
        sources = sources.toAbsolutePath().normalize();
        manifests = manifests.toAbsolutePath().normalize();
        java = java.toAbsolutePath().normalize();
    }

    Destination destination() {
        return Destination.of(sources, manifests, java);
    }
}
