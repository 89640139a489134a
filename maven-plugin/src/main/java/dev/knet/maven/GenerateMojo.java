package dev.knet.maven;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Compiles the {@code .knet} files of a project to Kubernetes manifests and Java sources. */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true, requiresProject = false)
public final class GenerateMojo extends AbstractMojo {

    /** Skips the goal. */
    @Parameter(property = "knet.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public void execute() {
        getLog().info(skip ? "knet is skipped" : "nothing to generate yet");
    }
}
