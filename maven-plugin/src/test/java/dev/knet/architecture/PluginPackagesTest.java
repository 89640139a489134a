package dev.knet.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.apache.maven.plugin.AbstractMojo;
import org.junit.jupiter.api.Test;

/** The plugin is a thin coat over the compiler; the generator's PackageGraphTest says the rest. */
final class PluginPackagesTest {

    /** What the goals may name of knet: the compiler, what it has to say, and what can be asked of it. */
    private static final List<String> ALLOWED = List.of("dev.knet.compile", "dev.knet.diagnostic", "dev.knet.query");

    @Test
    void goalsNameTheCompilerAndQuestionsOnly() throws Exception {
        Path classes = Path.of(Class.forName("dev.knet.maven.GenerateMojo")
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        List<String> named = packagesNamedIn(classes);

        assertThat(named).as("what jdeps saw").contains(AbstractMojo.class.getPackageName());
        assertThat(named)
                .filteredOn(name -> name.startsWith("dev.knet.") && !name.startsWith("dev.knet.maven"))
                .isSubsetOf(ALLOWED);
    }

    /** The right sides of the lines {@code package -> package where} that jdeps writes. */
    private static List<String> packagesNamedIn(Path classes) {
        var out = new StringWriter();
        int exit = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(new PrintWriter(out), new PrintWriter(out), "-verbose:package", classes.toString());
        assertThat(exit).as(out.toString()).isZero();
        return out.toString()
                .lines()
                .filter(line -> line.startsWith("   ") && line.contains(" -> "))
                .map(line -> line.replaceFirst(".* -> (\\S+).*", "$1"))
                .distinct()
                .toList();
    }
}
