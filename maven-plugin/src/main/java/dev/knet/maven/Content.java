package dev.knet.maven;

import dev.knet.compile.CompileRequest;
import dev.knet.query.Manifest;
import java.util.List;

/**
 * What was found in a folder to ask about: sources, or manifests, never both.
 *
 * @param place what messages call the folder
 */
record Content(String place, List<CompileRequest.Source> sources, List<Manifest> manifests) {

    Content {
        sources = List.copyOf(sources);
        manifests = List.copyOf(manifests);
    }

    static Content ofSources(String place, List<CompileRequest.Source> sources) {
        return new Content(place, sources, List.of());
    }

    static Content ofManifests(String place, List<Manifest> manifests) {
        return new Content(place, List.of(), manifests);
    }

    boolean isEmpty() {
        return sources.isEmpty() && manifests.isEmpty();
    }
}
