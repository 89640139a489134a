package dev.knet.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Lays {@code .knet} files out in the one canonical way, in place. What they mean stays the same. A file with a syntax
 * error stays as it is, and fails the build.
 *
 * @since 0.1.0
 */
@Mojo(name = "format", threadSafe = true, requiresProject = false)
public final class FormatMojo extends LayoutMojo {
    @Override
    void run(Formatting formatting) throws MojoExecutionException, MojoFailureException {
        formatting.format();
    }
}
