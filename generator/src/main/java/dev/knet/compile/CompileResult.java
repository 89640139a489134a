package dev.knet.compile;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.emit.Artifact;
import dev.knet.prove.Built;
import dev.knet.prove.Judged;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came of it: all diagnostics in order, and, only if none of them is an error, the files to write.
 *
 * @param clusters what the cluster of each environment would be, those that the build did not ask for among them; none if
 *     there are errors in the files themselves
 * @param locks if they were to be renewed, their texts by their paths below the folder of the sources
 */
public record CompileResult(
        List<Diagnostic> diagnostics,
        List<Summary> topologies,
        List<Artifact> artifacts,
        List<Cluster> clusters,
        Map<String, String> locks) {

    /** What was built for an environment, or for the files as they are, and whether it is as expected. */
    public record Cluster(Optional<String> environment, Built built, List<Judged> expectations) {
        public Cluster {
            expectations = List.copyOf(expectations);
        }
    }

    /**
     * A topology in numbers, for the line that a build prints about it.
     *
     * @param locked whether it has a lock
     */
    public record Summary(
            String name,
            Optional<String> environment,
            String manifest,
            int workloads,
            int services,
            int policies,
            boolean locked) {}

    public CompileResult {
        diagnostics = List.copyOf(diagnostics);
        topologies = List.copyOf(topologies);
        artifacts = List.copyOf(artifacts);
        clusters = List.copyOf(clusters);
        locks = Collections.unmodifiableSortedMap(new TreeMap<>(locks));
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
