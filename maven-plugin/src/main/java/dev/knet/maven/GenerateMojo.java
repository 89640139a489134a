package dev.knet.maven;

import dev.knet.compile.CompileRequest;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Compiles {@code .knet} files to Kubernetes manifests and Java sources. It works without a project, too: in any folder
 * that has such files.
 *
 * @since 0.1.0
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true, requiresProject = false)
public final class GenerateMojo extends EnvironmentsMojo {
    private static final String OUTPUT_DIRECTORY = "knet.outputDirectory";
    private static final String JAVA_OUTPUT_DIRECTORY = "knet.javaOutputDirectory";

    /**
     * Where the manifests are written: a file for each topology, and a {@code kustomization.yaml} that lists them. A file
     * there that knet did not write is never replaced or removed.
     *
     * @since 0.1.0
     */
    @Parameter(property = OUTPUT_DIRECTORY, defaultValue = "${project.build.directory}/knet", required = true)
    private File outputDirectory;

    /**
     * Where the Java sources are written. The project compiles them with its own.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = JAVA_OUTPUT_DIRECTORY,
            defaultValue = "${project.build.directory}/generated-sources/knet",
            required = true)
    private File javaOutputDirectory;

    /**
     * The Java package of what is generated from files without a {@code package} statement.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.javaPackage", defaultValue = CompileRequest.DEFAULT_PACKAGE, required = true)
    private String javaPackage;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        super.execute();
        addSourceRoot();
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        new Generation(
                        new GenerateRequest(
                                sources(),
                                output(outputDirectory, OUTPUT_DIRECTORY, "knet"),
                                output(javaOutputDirectory, JAVA_OUTPUT_DIRECTORY, "generated-sources/knet"),
                                javaPackage),
                        getLog())
                .run();
    }

    /** Without a project Maven knows no build directory, so the defaults that name it lead nowhere. */
    private Path output(File configured, String property, String belowTarget) {
        boolean isDefault = !session().getUserProperties().containsKey(property);
        return project.getFile() == null && isDefault
                ? Path.of(session().getExecutionRootDirectory(), "target", belowTarget)
                : configured.toPath();
    }

    /** Also where nothing is new: what an earlier run generated is part of the project all the same. */
    private void addSourceRoot() {
        if (project.getFile() != null && javaOutputDirectory.isDirectory()) {
            project.addCompileSourceRoot(javaOutputDirectory.getPath());
        }
    }
}
