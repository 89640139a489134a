package dev.knet.maven;

import dev.knet.compile.CompileRequest;
import dev.knet.compile.CompileResult;
import dev.knet.diagnostic.Diagnostic;
import dev.knet.query.State;
import dev.knet.query.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Makes a cluster to ask about of what was read, and says what is wrong with it. */
final class Subjects {
    private final CompileRequest.Settings settings;
    private final Log log;

    private Subjects(CompileRequest.Settings settings, Log log) {
        this.settings = settings;
        this.log = log;
    }

    /** A question is about one cluster, and each environment has one of its own. */
    static Subjects in(CompileRequest.Settings settings, Log log) throws MojoFailureException {
        List<String> environments = settings.environments();
        if (environments.size() > 1) {
            throw new MojoFailureException("this is about one environment at a time, not about "
                    + String.join(", ", environments) + ". Choose with -Dknet.environment=" + environments.get(0));
        }
        return new Subjects(settings, log);
    }

    /**
     * What became of it.
     *
     * @param warnings whether they are told, too
     */
    Subject of(Content content, boolean warnings) throws MojoExecutionException, MojoFailureException {
        return content.sources().isEmpty() ? ofManifests(content, warnings) : ofSources(content, warnings);
    }

    /**
     * One side of a comparison. An environment that is asked for may be on one side only: the other is then what it is
     * without any.
     */
    State state(Content content, boolean warnings) throws MojoExecutionException, MojoFailureException {
        if (content.isEmpty()) {
            return State.ofNothing();
        }
        if (content.sources().isEmpty()) {
            return State.of(ofManifests(content, warnings));
        }
        Optional<String> environment = environment();
        CompileResult result = compile(content, settings);
        if (environment.isPresent() && State.lacksEnvironment(result)) {
            var plain = new CompileRequest.Settings(settings.parameters(), List.of(), settings.today());
            CompileResult without = compile(content, plain);
            return told(content, without, State.of(without), warnings);
        }
        Optional<State> state = environment.isPresent() ? State.of(result, environment.get()) : State.of(result);
        return told(content, result, state, warnings);
    }

    /** On at least one side: else its name is misspelt. */
    void checkThatItIsThere(String environment, State before, State after) throws MojoFailureException {
        boolean hasNone = !before.has(environment) && !after.has(environment);
        if (hasNone && !(before.isOneCluster() && after.isOneCluster())) {
            Set<String> known = State.environments(before, after);
            throw new MojoFailureException("neither side has an environment `" + environment + "`"
                    + (known.isEmpty() ? "" : "; there are " + String.join(", ", known)));
        }
    }

    Optional<String> environment() {
        return settings.environments().stream().findFirst();
    }

    private Subject ofSources(Content content, boolean warnings) throws MojoExecutionException, MojoFailureException {
        CompileResult result = compile(content, settings);
        return told(content, result, Subject.of(result, environment()), warnings);
    }

    private static CompileResult compile(Content content, CompileRequest.Settings settings)
            throws MojoExecutionException {
        return Sources.compile(CompileRequest.toAsk(content.sources(), settings));
    }

    /** An expectation that is not met, or a lock that does not hold, is no reason not to answer: rather one to ask. */
    private <T> T told(Content content, CompileResult result, Optional<T> made, boolean warnings)
            throws MojoFailureException {
        if (made.isEmpty()) {
            Messages.log(result.diagnostics(), log);
            long errors =
                    result.diagnostics().stream().filter(Diagnostic::isError).count();
            throw new MojoFailureException(Messages.count(errors, "error") + " in " + content.place());
        }
        if (warnings) {
            Messages.warn(result.diagnostics(), log);
        }
        return made.get();
    }

    private Subject ofManifests(Content content, boolean warnings) throws MojoFailureException {
        Subject subject = Subject.of(content.manifests());
        long errors = 0;
        for (Subject.Remark remark : subject.remarks()) {
            if (remark.isError()) {
                errors++;
                log.error(remark.text());
            } else if (warnings) {
                log.warn(remark.text());
            }
        }
        if (errors > 0) {
            throw new MojoFailureException(Messages.count(errors, "error") + " in " + content.place()
                    + "; who can talk to whom cannot be told without what they are about");
        }
        return subject;
    }
}
