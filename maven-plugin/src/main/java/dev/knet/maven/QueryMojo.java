package dev.knet.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals can be told that ask about a cluster. */
abstract class QueryMojo extends EnvironmentsMojo {
    /**
     * A file or a folder of plain Kubernetes manifests to ask about, in YAML or JSON, instead of the sources.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.manifests")
    private @Nullable File manifests;

    /**
     * The file that the answer is written to. Without it, the answer is logged; with {@code mvn -q} it is printed by
     * itself.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.reportFile")
    private @Nullable File reportFile;

    final QueryRequest request() {
        Sources sources = sources();
        return new QueryRequest(sources, path(manifests), AnswerOutput.of(path(reportFile), sources.names(), getLog()));
    }

    static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file).map(it -> it.toPath().toAbsolutePath().normalize());
    }
}
