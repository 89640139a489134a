package dev.knet.maven;

import dev.knet.compile.ArtifactWriter;
import dev.knet.compile.CompileRequest;
import dev.knet.compile.CompileResult;
import dev.knet.compile.OutputException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** One run of the goal: reads the sources, compiles them, writes what came of it and reports. */
final class Generation {
    private final GenerateRequest request;
    private final Report report;
    private final Log log;

    Generation(GenerateRequest request, Log log) {
        this.request = request;
        this.report = new Report(request, log);
        this.log = log;
    }

    void run() throws MojoExecutionException, MojoFailureException {
        Sources.checkPackage(request.javaPackage());
        List<CompileRequest.Source> sources =
                request.sources().readWithLocks(why -> log.info("nothing to generate: " + why));
        CompileResult result = Sources.compile(new CompileRequest(
                sources,
                request.javaPackage(),
                request.sources().settings(),
                request.destination().kinds()));
        report.diagnostics(result);
        if (result.hasErrors()) {
            throw new MojoFailureException(report.failure(result));
        }
        report.outcome(result, write(result));
    }

    private ArtifactWriter.Outcome write(CompileResult result) throws MojoFailureException {
        try {
            return ArtifactWriter.write(request.destination(), result.artifacts());
        } catch (OutputException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }
}
