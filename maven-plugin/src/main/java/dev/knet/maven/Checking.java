package dev.knet.maven;

import dev.knet.compile.CompileRequest;
import dev.knet.compile.CompileResult;
import dev.knet.compile.OutputException;
import dev.knet.compile.TextWriter;
import dev.knet.diagnostic.Diagnostic;
import dev.knet.query.ExpectationTests;
import dev.knet.query.Standing;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** One run of the goal that checks: says all that is wrong, and how each topology stands. */
final class Checking {
    private final Sources sources;
    private final String javaPackage;
    private final boolean failOnWarning;
    private final Path report;
    private final Log log;

    Checking(Sources sources, String javaPackage, boolean failOnWarning, Path report, Log log) {
        this.sources = sources;
        this.javaPackage = javaPackage;
        this.failOnWarning = failOnWarning;
        this.report = report;
        this.log = log;
    }

    void run() throws MojoExecutionException, MojoFailureException {
        Sources.checkPackage(javaPackage);
        List<CompileRequest.Source> files = sources.readWithLocks(why -> log.info("nothing to check: " + why));
        if (files.isEmpty()) {
            return;
        }
        // What an earlier run found is not to be taken for what this one found, however it ends.
        removeReport();
        CompileResult result = Sources.compile(CompileRequest.toCheck(files, javaPackage, sources.settings()));
        Messages.log(result.diagnostics(), log);
        if (!result.clusters().isEmpty()) {
            AnswerOutput.writeTo(report, ExpectationTests.junit(result));
        }
        judge(result);
    }

    private void judge(CompileResult result) throws MojoFailureException {
        long errors = result.diagnostics().stream().filter(Diagnostic::isError).count();
        if (errors > 0) {
            throw new MojoFailureException(Messages.count(errors, "error") + " in " + sources.name());
        }
        Standing.of(result).forEach(it -> log.info(line(it)));
        int warnings = result.diagnostics().size();
        if (failOnWarning && warnings > 0) {
            throw new MojoFailureException(Messages.count(warnings, "warning") + " in " + sources.name()
                    + ", and knet.failOnWarning does not let " + (warnings == 1 ? "it" : "them") + " pass");
        }
    }

    private static String line(Standing standing) {
        int expectations = standing.expectations();
        return standing.topology()
                + standing.environment().map(it -> " (" + it + ")").orElse("") + ": the policies are proved"
                + (expectations == 0
                        ? ""
                        : ", " + Messages.count(expectations, "expectation") + (expectations == 1 ? " holds" : " hold"))
                + (standing.locked() ? ", the lock holds" : "");
    }

    private void removeReport() throws MojoFailureException {
        try {
            TextWriter.remove(report);
        } catch (OutputException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }
}
