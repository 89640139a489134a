package dev.knet.maven;

import dev.knet.compile.OutputException;
import dev.knet.compile.TextWriter;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Where an answer goes: to the file that it was asked for in, else to the log, a line each. With {@code mvn -q} it is the
 * only thing that is printed, without what the log puts before a line, so that a script can read it.
 */
record AnswerOutput(Optional<Path> file, PathNames names, Log log, PrintStream plain) {

    static AnswerOutput of(Optional<Path> file, PathNames names, Log log) {
        return new AnswerOutput(file, names, log, System.out);
    }

    void tell(String text) throws MojoFailureException {
        if (file.isPresent()) {
            write(file.get(), text);
        } else if (log.isInfoEnabled()) {
            text.lines().forEach(log::info);
        } else {
            plain.print(text);
            plain.flush();
        }
    }

    private void write(Path path, String text) throws MojoFailureException {
        log.info((writeTo(path, text) ? "written to " : "unchanged: ") + names.of(path));
    }

    static boolean writeTo(Path path, String text) throws MojoFailureException {
        try {
            return TextWriter.write(path, text);
        } catch (OutputException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }
}
