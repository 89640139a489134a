package dev.knet.maven;

import dev.knet.compile.CompileRequest;
import dev.knet.compile.OutputException;
import dev.knet.compile.SourceFormat;
import dev.knet.compile.SourceWriter;
import dev.knet.diagnostic.Printable;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** One run of a goal about the layout of files. */
final class Formatting {
    private final PathNames names;
    private final Path folder;
    private final boolean asked;
    private final Log log;

    /** Whether it is asked for means whether the user of this very build named the folder, so that it must exist. */
    Formatting(PathNames names, Path folder, boolean asked, Log log) {
        this.names = names;
        this.folder = folder.toAbsolutePath().normalize();
        this.asked = asked;
        this.log = log;
    }

    /** Lays out what can be read, and fails if that was not all. */
    void format() throws MojoExecutionException, MojoFailureException {
        List<CompileRequest.Source> sources = sources("format");
        SourceFormat.Result result = layout(sources);
        if (!result.changes().isEmpty()) {
            report(write(result));
        }
        Messages.log(result.diagnostics(), log);
        if (!result.diagnostics().isEmpty()) {
            throw new MojoFailureException(errors(result) + "; a file with an error was left as it is");
        }
        if (!sources.isEmpty() && result.changes().isEmpty()) {
            log.info(allFormatted(sources));
        }
    }

    /** Changes nothing, and fails if {@link #format} would. */
    void check() throws MojoExecutionException, MojoFailureException {
        List<CompileRequest.Source> sources = sources("check");
        SourceFormat.Result result = layout(sources);
        for (SourceFormat.Change change : result.changes()) {
            log.error(Printable.of(change.displayName()) + ":[" + change.line()
                    + ",1] from this line on, the file is not formatted");
        }
        Messages.log(result.diagnostics(), log);
        if (!result.changes().isEmpty()) {
            int count = result.changes().size();
            throw new MojoFailureException(
                    Messages.count(count, "file") + " in " + names.of(folder) + (count == 1 ? " is" : " are")
                            + " not formatted; run knet:format"
                            + (result.diagnostics().isEmpty() ? "" : ". Also, " + errors(result)));
        }
        if (!result.diagnostics().isEmpty()) {
            throw new MojoFailureException(errors(result) + "; a file with an error cannot be checked");
        }
        if (!sources.isEmpty()) {
            log.info(allFormatted(sources));
        }
    }

    private List<CompileRequest.Source> sources(String what) throws MojoExecutionException, MojoFailureException {
        return new SourceFolder(folder, names).read(asked, why -> log.info("nothing to " + what + ": " + why));
    }

    private static SourceFormat.Result layout(List<CompileRequest.Source> sources) throws MojoExecutionException {
        try {
            return SourceFormat.format(sources);
        } catch (RuntimeException | StackOverflowError e) {
            throw Messages.bug(e);
        }
    }

    private SourceWriter.Outcome write(SourceFormat.Result result) throws MojoFailureException {
        try {
            return SourceWriter.write(folder, result.changes());
        } catch (OutputException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }

    private void report(SourceWriter.Outcome outcome) {
        for (Path file : outcome.written()) {
            log.info("formatted " + names.of(file));
        }
        for (Path link : outcome.outside()) {
            log.warn(names.of(link) + " is not formatted, and was left as it is: a link leads from there out of "
                    + names.of(folder) + ". Format it where it is");
        }
    }

    private static String allFormatted(List<CompileRequest.Source> sources) {
        return Messages.count(sources.size(), "file") + (sources.size() == 1 ? " is" : " are") + " laid out already";
    }

    private String errors(SourceFormat.Result result) {
        return Messages.count(result.diagnostics().size(), "error") + " in " + names.of(folder);
    }
}
