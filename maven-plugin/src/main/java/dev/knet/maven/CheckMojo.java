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
 * Does everything that {@code knet:generate} does except for writing what it generates: finds all that is wrong, proves the
 * policies, checks what the files expect and what their locks hold. By default it runs before {@code knet:generate}, which
 * would stop the build at the first thing wrong and leave no report of the expectations.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true, requiresProject = false)
public final class CheckMojo extends EnvironmentsMojo {
    private static final String REPORT_FILE = "knet.reportFile";

    /**
     * The Java package of what is generated from files without a {@code package} statement.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.javaPackage", defaultValue = CompileRequest.DEFAULT_PACKAGE, required = true)
    private String javaPackage;

    /**
     * Fails if there are warnings.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    /**
     * Where the expectations are reported, as tests in JUnit's XML.
     *
     * @since 0.1.0
     */
    @Parameter(property = REPORT_FILE, defaultValue = "${project.build.directory}/knet-reports/TEST-knet.xml")
    private File reportFile;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        new Checking(sources(), javaPackage, failOnWarning, report(), getLog()).run();
    }

    /** Without a project Maven knows no build directory, so the default that names it leads nowhere. */
    private Path report() {
        boolean isDefault = !session().getUserProperties().containsKey(REPORT_FILE);
        return project.getFile() == null && isDefault
                ? Path.of(session().getExecutionRootDirectory(), "target", "knet-reports", "TEST-knet.xml")
                : reportFile.toPath();
    }
}
