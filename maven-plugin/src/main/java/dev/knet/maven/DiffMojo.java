package dev.knet.maven;

import dev.knet.query.Choice;
import dev.knet.query.Comparison;
import dev.knet.query.QueryException;
import dev.knet.query.Scope;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lists what changes in who can talk to whom: between two folders, of sources or of manifests, or between a revision in git
 * and the files as they are.
 *
 * @since 0.1.0
 */
@Mojo(name = "diff", threadSafe = true, requiresProject = false)
public final class DiffMojo extends QueryMojo {
    /**
     * The folder to start from: of sources or of manifests, whichever is in it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.before")
    private @Nullable File before;

    /**
     * The folder to compare it with. By default, the sources, or the manifests if there is {@code knet.manifests}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.after")
    private @Nullable File after;

    /**
     * The revision in git to start from, instead of a folder: of the sources, or of the manifests if there is {@code
     * knet.manifests}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.beforeRevision")
    private @Nullable String beforeRevision;

    /**
     * The revision in git to compare it with. By default, the files as they are.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.afterRevision")
    private @Nullable String afterRevision;

    /**
     * {@code txt}, {@code json}, {@code csv} or {@code md}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.format", defaultValue = "txt")
    private String format;

    /**
     * On what the build fails: {@code widening} (something can talk to something that could not), {@code change} or {@code
     * never}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.failOn", defaultValue = "never")
    private String failOn;

    /**
     * Compares addresses of version 6 even if no policy speaks of any.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.ipv6", defaultValue = "false")
    private boolean ipv6;

    /**
     * Compares pods that are in no manifest, too, as far as policies tell them apart: a widening may be about none else.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.strangers", defaultValue = "true")
    private boolean strangers;

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        Comparing.Request request = new Comparing.Request(
                request(),
                new Comparing.Side("knet.before", path(before), Optional.ofNullable(beforeRevision)),
                new Comparing.Side("knet.after", path(after), Optional.ofNullable(afterRevision)),
                new Scope(ipv6, strangers));
        try {
            new Comparing(request, getLog())
                    .run(
                            Choice.of("knet.format", format, Comparison.Format.values()),
                            Choice.of("knet.failOn", failOn, Comparing.FailOn.values()));
        } catch (QueryException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }
}
