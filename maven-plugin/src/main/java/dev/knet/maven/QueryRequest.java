package dev.knet.maven;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a question is about, and where the answer goes.
 *
 * @param manifests the file or the folder that is asked about in the place of the sources
 */
record QueryRequest(Sources sources, Optional<Path> manifests, AnswerOutput output) {

    PathNames names() {
        return sources.names();
    }
}
