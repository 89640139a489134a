package dev.knet.maven;

import dev.knet.compile.CompileRequest;
import dev.knet.compile.CompileResult;
import dev.knet.diagnostic.Diagnostic;
import dev.knet.query.LockChanges;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** One run of the goal that writes locks: nothing is written if anything is wrong, else it says what is accepted. */
final class Locking {
    private final Sources sources;
    private final Log log;

    Locking(Sources sources, Log log) {
        this.sources = sources;
        this.log = log;
    }

    void run() throws MojoExecutionException, MojoFailureException {
        List<CompileRequest.Source> files = sources.readWithLocks(why -> log.info("nothing to lock: " + why));
        CompileResult result = Sources.renewLocks(CompileRequest.toAsk(files, sources.settings()));
        Messages.log(result.diagnostics(), log);
        long errors = result.diagnostics().stream().filter(Diagnostic::isError).count();
        if (errors > 0) {
            throw new MojoFailureException(
                    Messages.count(errors, "error") + " in " + sources.name() + "; no lock was written");
        }
        for (Map.Entry<String, String> lock : result.locks().entrySet()) {
            write(sources.folder().resolve(lock.getKey()), lock.getValue());
        }
    }

    private void write(Path file, String text) throws MojoExecutionException, MojoFailureException {
        Optional<String> before = old(file);
        String name = sources.names().of(file);
        if (!AnswerOutput.writeTo(file, text)) {
            log.info("unchanged: " + name);
        } else if (before.isEmpty()) {
            log.info("written: " + name + "; commit it");
        } else {
            log.info("changed: " + name + "; commit it");
            if (!LockChanges.isLock(before.get())) {
                log.warn(name + " was no lock any more, so what is accepted with it may be more than is said here");
            }
            LockChanges.between(before.get(), text).forEach(log::info);
        }
    }

    private Optional<String> old(Path file) throws MojoExecutionException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new MojoExecutionException("cannot read " + sources.names().of(file) + ": " + e, e);
        }
    }
}
