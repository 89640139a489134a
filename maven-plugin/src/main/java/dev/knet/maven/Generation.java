package dev.knet.maven;

import dev.knet.compile.ArtifactWriter;
import dev.knet.compile.CompileRequest;
import dev.knet.compile.CompileResult;
import dev.knet.compile.Compiler;
import dev.knet.compile.Destination;
import dev.knet.compile.OutputException;
import java.nio.file.Files;
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

    /** None is no error: a build may share its settings with modules that have none; what is left of them goes then. */
    private List<CompileRequest.Source> sources() throws MojoExecutionException, MojoFailureException {
        String name = request.names().of(request.sources());
        if (!Files.exists(request.sources())) {
            if (request.asked()) {
                throw new MojoFailureException("knet.sourceDirectory does not exist: " + name);
            }
            log.info("nothing to generate: there is no folder " + name);
            return List.of();
        }
        if (!Files.isDirectory(request.sources())) {
            throw new MojoFailureException(
                    "knet.sourceDirectory is no folder: " + name + ". Name the folder that the .knet files are in");
        }
        List<CompileRequest.Source> sources = new SourceFolder(request.sources(), request.names()).read();
        if (sources.isEmpty()) {
            log.info("nothing to generate: there is no .knet file in " + name);
        }
        return sources;
    }

    private CompileResult compile(List<CompileRequest.Source> sources) throws MojoExecutionException {
        Destination destination = request.destination();
        try {
            return Compiler.compile(
                    new CompileRequest(sources, request.javaPackage(), request.settings(), destination.kinds()));
        } catch (RuntimeException | StackOverflowError e) {
            throw new MojoExecutionException(
                    "this is a bug in knet, not in your files; please report it with what -e prints: " + e, e);
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
