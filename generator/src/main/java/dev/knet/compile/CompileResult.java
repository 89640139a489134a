package dev.knet.compile;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.emit.Artifact;
import java.util.List;
import java.util.Optional;

/** What came of it: all diagnostics in order, and, only if none of them is an error, the files to write. */
public record CompileResult(List<Diagnostic> diagnostics, List<Summary> topologies, List<Artifact> artifacts) {

    /** A topology in numbers, for the line that a build prints about it. */
    public record Summary(
            String name, Optional<String> environment, String manifest, int workloads, int services, int policies) {}

    public CompileResult {
        diagnostics = List.copyOf(diagnostics);
        topologies = List.copyOf(topologies);
        artifacts = List.copyOf(artifacts);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
