package dev.knet.maven;

import dev.knet.compile.Destination;
import java.nio.file.Path;

/** What a run of the goal is to do: the settings as values. */
record GenerateRequest(Sources sources, Path manifests, Path java, String javaPackage) {

    GenerateRequest {
        manifests = manifests.toAbsolutePath().normalize();
        java = java.toAbsolutePath().normalize();
    }

    PathNames names() {
        return sources.names();
    }

    Destination destination() {
        return Destination.of(sources.folder(), manifests, java);
    }
}
