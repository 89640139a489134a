package dev.knet.maven;

import dev.knet.compile.ArtifactWriter;
import dev.knet.compile.CompileRequest;
import dev.knet.compile.CompileResult;
import dev.knet.compile.Compiler;
import dev.knet.compile.Destination;
import dev.knet.compile.OutputException;
import java.util.List;
import javax.lang.model.SourceVersion;
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
        checkSettings();
        List<CompileRequest.Source> sources = sources();
        CompileResult result = compile(sources);
        report.diagnostics(result);
        if (result.hasErrors()) {
            throw new MojoFailureException(report.failure(result));
        }
        report.outcome(result, write(result));
    }

    private void checkSettings() throws MojoFailureException {
        if (!SourceVersion.isName(request.javaPackage(), SourceVersion.RELEASE_17)) {
            throw new MojoFailureException("knet.javaPackage is no Java package: `" + request.javaPackage()
                    + "`. Give one such as com.example.shop");
        }
    }

    private List<CompileRequest.Source> sources() throws MojoExecutionException, MojoFailureException {
        return new SourceFolder(request.sources(), request.names())
                .read(request.asked(), why -> log.info("nothing to generate: " + why));
    }

    private CompileResult compile(List<CompileRequest.Source> sources) throws MojoExecutionException {
        Destination destination = request.destination();
        try {
            return Compiler.compile(
                    new CompileRequest(sources, request.javaPackage(), request.settings(), destination.kinds()));
        } catch (RuntimeException | StackOverflowError e) {
            throw Messages.bug(e);
        }
    }

    private ArtifactWriter.Outcome write(CompileResult result) throws MojoFailureException {
        try {
            return ArtifactWriter.write(request.destination(), result.artifacts());
        } catch (OutputException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }
}
