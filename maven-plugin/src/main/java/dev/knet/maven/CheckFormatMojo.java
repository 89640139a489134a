package dev.knet.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Fails if a {@code .knet} file is not laid out as {@code knet:format} would do it. Changes nothing.
 *
 * @since 0.1.0
 */
@Mojo(name = "check-format", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public final class CheckFormatMojo extends LayoutMojo {
    @Override
    void run(Formatting formatting) throws MojoExecutionException, MojoFailureException {
        formatting.check();
    }
}
