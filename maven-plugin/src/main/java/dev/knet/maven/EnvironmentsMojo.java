package dev.knet.maven;

import java.util.Arrays;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What every goal can be told that looks at the sources in environments. */
abstract class EnvironmentsMojo extends SourcesMojo {
    private static final String ENVIRONMENT = "knet.environment";

    /**
     * The environments to look at: those to generate for, of which each is written to a folder of its own below the output
     * folder, or the one to ask about. Without any, the files are taken as they are outside of all {@code environment}
     * blocks. What the command line says goes before what is set here.
     *
     * @since 0.1.0
     */
    @Parameter(property = ENVIRONMENT)
    private @Nullable List<String> environments;

    /** Also from the command line where the project names some, so that a question can be about one of them. */
    final Sources sources() {
        String said = session().getUserProperties().getProperty(ENVIRONMENT);
        if (said != null) {
            return sources(Arrays.stream(said.split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList());
        }
        return sources(environments == null ? List.of() : environments);
    }
}
