package dev.knet.maven;

import dev.knet.query.Explaining;
import dev.knet.query.QueryException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says why somebody can talk to somebody, or cannot: which policies decide, and which sentences are behind them.
 *
 * @since 0.1.0
 */
@Mojo(name = "explain", threadSafe = true, requiresProject = false)
public final class ExplainMojo extends QueryMojo {
    /**
     * Who calls: {@code web}, {@code shop/web}, an address, or an end as {@code knet:reach} lists it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.from")
    private @Nullable String from;

    /**
     * Who is called: the same, or {@code service shop/web-service} for the pods behind it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.to")
    private @Nullable String to;

    /**
     * On which ports of the pod, or of the service that is called: {@code tcp/80}. Without it, on whatever is open.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.on")
    private @Nullable String on;

    /**
     * {@code txt} or {@code json}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.format", defaultValue = "txt")
    private String format;

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        Explaining explaining = explaining();
        new Asking(request(), getLog()).run(explaining::answer);
    }

    private Explaining explaining() throws MojoFailureException {
        if (from == null || to == null) {
            throw new MojoFailureException("say whom this is about: -Dknet.from=shop/web -Dknet.to=shop/db");
        }
        try {
            return Explaining.of(from, to, Optional.ofNullable(on), format);
        } catch (QueryException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }
}
