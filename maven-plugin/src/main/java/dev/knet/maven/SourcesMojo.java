package dev.knet.maven;

import dev.knet.compile.CompileRequest;
import java.io.File;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What every goal can be told that has to know what the sources mean. */
abstract class SourcesMojo extends AbstractMojo {
    private static final String PREFIX = "knet.parameter.";
    private static final String SOURCE_DIRECTORY = "knet.sourceDirectory";

    /**
     * The folder of the {@code .knet} files. All of them are read, those in folders below it too, except for hidden ones.
     *
     * @since 0.1.0
     */
    @Parameter(property = SOURCE_DIRECTORY, defaultValue = "${basedir}/src/main/knet", required = true)
    private File sourceDirectory;

    /**
     * The values of the parameters that the files declare with {@code param}, by their names. On the command line each has
     * a property of its own, {@code -Dknet.parameter.version=1.2}, which goes before what is set here.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable Map<String, String> parameters;

    /**
     * Does nothing. What was generated before is still compiled.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("knet is skipped");
        } else {
            run();
        }
    }

    abstract void run() throws MojoExecutionException, MojoFailureException;

    final MavenSession session() {
        return session;
    }

    final Sources sources(List<String> environments) {
        return new Sources(
                PathNames.from(session),
                sourceDirectory.toPath(),
                session.getUserProperties().containsKey(SOURCE_DIRECTORY),
                new CompileRequest.Settings(values(), environments, LocalDate.now(ZoneId.systemDefault())));
    }

    /** What the user of this very build says goes before what the project says. */
    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>(parameters == null ? Map.of() : parameters);
        // An empty element has no value for Maven; for the files, it is an empty text.
        values.replaceAll((name, value) -> value == null ? "" : value);
        for (String key : session.getUserProperties().stringPropertyNames()) {
            if (key.startsWith(PREFIX)) {
                values.put(
                        key.substring(PREFIX.length()),
                        session.getUserProperties().getProperty(key));
            }
        }
        return values;
    }
}
