package dev.knet.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Accepts who can talk to whom as it is now: writes it down beside the first source of each topology, for all environments.
 * From then on, a build that would allow more fails.
 *
 * @since 0.1.0
 */
@Mojo(name = "lock", threadSafe = true, requiresProject = false)
public final class LockMojo extends SourcesMojo {
    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        new Locking(sources(List.of()), getLog()).run();
    }
}
