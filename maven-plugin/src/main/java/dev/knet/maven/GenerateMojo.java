package dev.knet.maven;

import dev.knet.compile.CompileRequest;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Compiles {@code .knet} files to Kubernetes manifests and Java sources. It works without a project, too: in any folder
 * that has such files.
 *
 * @since 0.1.0
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true, requiresProject = false)
public final class GenerateMojo extends AbstractMojo {
    private static final String PREFIX = "knet.parameter.";
    private static final String SOURCE_DIRECTORY = "knet.sourceDirectory";
    private static final String OUTPUT_DIRECTORY = "knet.outputDirectory";
    private static final String JAVA_OUTPUT_DIRECTORY = "knet.javaOutputDirectory";

    /**
     * The folder of the {@code .knet} files. All of them are read, those in folders below it too, except for hidden ones.
     *
     * @since 0.1.0
     */
    @Parameter(property = SOURCE_DIRECTORY, defaultValue = "${basedir}/src/main/knet", required = true)
    private File sourceDirectory;

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

    /**
     * The values of the parameters that the files declare with {@code param}, by their names. On the command line each has
     * a property of its own, {@code -Dknet.parameter.version=1.2}, which goes before what is set here.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable Map<String, String> parameters;

    /**
     * The environments to generate for. Each is written to a folder of its own below the output folder. Without any, the
     * files are taken as they are outside of all {@code environment} blocks.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.environment")
    private @Nullable List<String> environments;

    /**
     * Generates nothing. What was generated before is still compiled.
     *
     * @since 0.1.0
     */
    @Parameter(property = "knet.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("knet is skipped");
        } else {
            new Generation(request(), getLog()).run();
        }
        addSourceRoot();
    }

    private GenerateRequest request() {
        return new GenerateRequest(
                PathNames.from(session),
                sourceDirectory.toPath(),
                session.getUserProperties().containsKey(SOURCE_DIRECTORY),
                output(outputDirectory, OUTPUT_DIRECTORY, "knet"),
                output(javaOutputDirectory, JAVA_OUTPUT_DIRECTORY, "generated-sources/knet"),
                javaPackage,
                new CompileRequest.Settings(
                        values(),
                        environments == null ? List.of() : environments,
                        LocalDate.now(ZoneId.systemDefault())));
    }

    /** What the user of this very build says goes before what the project says. */
    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>(parameters == null ? Map.of() : parameters);
        // An empty element has no value for Maven; for the files, it is an empty text.
        values.replaceAll((name, value) -> value == null ? "" : value);
        for (String key : session.getUserProperties().stringPropertyNames()) {
            if (key.startsWith(PREFIX)) {
                values.put(
                        key.substring(PREFIX.length()),
                        session.getUserProperties().getProperty(key));
            }
        }
        return values;
    }

    /** Without a project Maven knows no build directory, so the defaults that name it lead nowhere. */
    private Path output(File configured, String property, String belowTarget) {
        boolean isDefault = !session.getUserProperties().containsKey(property);
        return project.getFile() == null && isDefault
                ? Path.of(session.getExecutionRootDirectory(), "target", belowTarget)
                : configured.toPath();
    }

    /** Also where nothing is new: what an earlier run generated is part of the project all the same. */
    private void addSourceRoot() {
        if (project.getFile() != null && javaOutputDirectory.isDirectory()) {
            project.addCompileSourceRoot(javaOutputDirectory.getPath());
        }
    }
}
