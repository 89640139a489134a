package dev.knet.maven;

import dev.knet.compile.ArtifactWriter;
import dev.knet.compile.CompileResult;
import dev.knet.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;

/** Tells the user of the build what came of it: a line for each topology, and everything that is wrong. */
final class Report {
    private static final String UNCHANGED = " (unchanged)";

    private final GenerateRequest request;
    private final Log log;

    Report(GenerateRequest request, Log log) {
        this.request = request;
        this.log = log;
    }

    void diagnostics(CompileResult result) {
        Messages.log(result.diagnostics(), log);
    }

    String failure(CompileResult result) {
        long errors = result.diagnostics().stream().filter(Diagnostic::isError).count();
        return Messages.count(errors, "error") + " in " + request.sources().name() + "; nothing was written";
    }

    void outcome(CompileResult result, ArtifactWriter.Outcome outcome) {
        Set<Path> unchanged = Set.copyOf(outcome.unchanged());
        for (CompileResult.Summary topology : result.topologies()) {
            Path manifest = request.manifests().resolve(topology.manifest());
            log.info(numbers(topology) + " -> " + request.names().of(manifest)
                    + (unchanged.contains(manifest) ? UNCHANGED : ""));
        }
        java(javaFiles(outcome.written()), javaFiles(outcome.unchanged()));
        for (Path removed : outcome.removed()) {
            log.info("removed " + request.names().of(removed));
        }
    }

    private static String numbers(CompileResult.Summary topology) {
        List<String> numbers = Stream.of(
                        Messages.count(topology.workloads(), "workload"),
                        Messages.count(topology.services(), "service"),
                        Messages.count(topology.policies(), "network policy"))
                .filter(number -> !number.startsWith("0 "))
                .toList();
        String name = topology.name()
                + topology.environment().map(it -> " (" + it + ")").orElse("");
        return name + ": " + (numbers.isEmpty() ? "nothing" : String.join(", ", numbers));
    }

    private void java(long written, long unchanged) {
        if (written + unchanged > 0) {
            String state = written == 0 ? UNCHANGED : unchanged == 0 ? "" : " (" + written + " changed)";
            log.info(Messages.count(written + unchanged, "Java file") + " -> "
                    + request.names().of(request.java()) + state);
        }
    }

    private static long javaFiles(List<Path> files) {
        return files.stream().filter(file -> file.toString().endsWith(".java")).count();
    }
}
