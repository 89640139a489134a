package dev.knet.maven;

import java.io.File;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals about the layout of files can be told. */
abstract class LayoutMojo extends AbstractMojo {
    private static final String SOURCE_DIRECTORY = "knet.sourceDirectory";

    /**
     * The folder of the {@code .knet} files. All of them are read, those in folders below it too, except for hidden ones.
     *
     * @since 0.1.0
     */
    @Parameter(property = SOURCE_DIRECTORY, defaultValue = "${basedir}/src/main/knet", required = true)
    private File sourceDirectory;

    /**
     * Does nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("knet is skipped");
        } else {
            boolean asked = session.getUserProperties().containsKey(SOURCE_DIRECTORY);
            run(new Formatting(PathNames.from(session), sourceDirectory.toPath(), asked, getLog()));
        }
    }

    abstract void run(Formatting formatting) throws MojoExecutionException, MojoFailureException;
}
