package dev.knet.maven;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.HumanRenderer;
import dev.knet.diagnostic.LineRenderer;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** What all goals say in one way. */
final class Messages {
    private Messages() {}

    /** Each in one call, so that no other module's line gets into the middle of it. */
    static void log(List<Diagnostic> diagnostics, Log log) {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.isError()) {
                log.error(text(diagnostic));
            } else {
                log.warn(text(diagnostic));
            }
        }
    }

    /** All of them as warnings, where what is wrong is no reason to stop. */
    static void warn(List<Diagnostic> diagnostics, Log log) {
        diagnostics.forEach(diagnostic -> log.warn(text(diagnostic)));
    }

    private static String text(Diagnostic diagnostic) {
        return LineRenderer.render(diagnostic) + "\n"
                + HumanRenderer.frame(diagnostic).stripTrailing();
    }

    static String count(long number, String what) {
        String many = what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
        return number + " " + (number == 1 ? what : many);
    }

    static MojoExecutionException bug(Throwable e) {
        return new MojoExecutionException(
                "this is a bug in knet, not in your files; please report it with what -e prints: " + e, e);
    }
}
