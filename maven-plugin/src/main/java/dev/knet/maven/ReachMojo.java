package dev.knet.maven;

import dev.knet.query.Listing;
import dev.knet.query.QueryException;
import dev.knet.query.Scope;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lists who can talk to whom, by the policies that would be written for the sources, or by manifests of anybody.
 *
 * @since 0.1.0
 */
@Mojo(name = "reach", threadSafe = true, requiresProject = false)
public final class ReachMojo extends QueryMojo {
    /**
     * {@code list}, or {@code matrix} for a table of who calls and who is called.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.view", defaultValue = "list")
    private String view;

    /**
     * {@code txt}, {@code json}, {@code csv}, {@code md} or {@code dot}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.format", defaultValue = "txt")
    private String format;

    /**
     * Only what this workload is an end of: {@code web}, {@code shop/web}, {@code shop/*}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.workload")
    private @Nullable String workload;

    /**
     * Only what enters that workload ({@code ingress}), or what leaves it ({@code egress}).
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.direction")
    private @Nullable String direction;

    /**
     * Only what is open on some of these ports: {@code tcp/80}, {@code tcp/8000-8100,udp}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.on")
    private @Nullable String on;

    /**
     * Lists addresses of version 6 even if no policy speaks of any.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.ipv6", defaultValue = "false")
    private boolean ipv6;

    /**
     * Lists pods that are in no manifest, but that policies speak of, and any other pod as {@code *}. By default it does
     * for sources, and not for manifests.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.strangers")
    private @Nullable Boolean strangers;

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        QueryRequest request = request();
        boolean withStrangers = strangers == null ? request.manifests().isEmpty() : strangers;
        Listing listing = listing(new Scope(ipv6, withStrangers));
        new Asking(request, getLog()).run(listing::answer);
    }

    private Listing listing(Scope scope) throws MojoFailureException {
        Listing.Filter filter = new Listing.Filter(
                Optional.ofNullable(workload), Optional.ofNullable(direction), Optional.ofNullable(on));
        try {
            return Listing.of(view, format, filter, scope);
        } catch (QueryException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }
}
