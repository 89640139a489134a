package dev.knet.maven;

import dev.knet.query.Comparison;
import dev.knet.query.Scope;
import dev.knet.query.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** One run of the goal that compares: reads both sides, tells what changes between them, and fails if it is to. */
final class Comparing {
    private final Request request;
    private final Log log;

    Comparing(Request request, Log log) {
        this.request = request;
        this.log = log;
    }

    /** What is compared. */
    record Request(QueryRequest query, Side before, Side after, Scope scope) {}

    /** One of the two, as it was named; by the setting of that name, or by the one with `Revision` behind it. */
    record Side(String setting, Optional<Path> folder, Optional<String> revision) {
        boolean isNamed() {
            return folder.isPresent() || revision.isPresent();
        }

        void check() throws MojoFailureException {
            if (folder.isPresent() && revision.isPresent()) {
                throw new MojoFailureException(
                        setting + " and " + setting + "Revision exclude each other: give a folder or a revision");
            }
        }
    }

    /** What makes the build fail. */
    enum FailOn {
        WIDENING,
        CHANGE,
        NEVER
    }

    void run(Comparison.Format format, FailOn failOn) throws MojoExecutionException, MojoFailureException {
        Subjects subjects = Subjects.in(request.query.sources().settings(), log);
        request.before.check();
        request.after.check();
        if (!request.before.isNamed()) {
            throw new MojoFailureException("say what to compare with:"
                    + " -Dknet.beforeRevision=main for a revision in git, or -Dknet.before=FOLDER");
        }
        Content before = content(request.before);
        Content after = content(request.after);
        if (before.isEmpty() && after.isEmpty()) {
            log.info("nothing to compare: there is nothing in " + before.place() + " and in " + after.place());
            return;
        }
        checkThatBothAreThere(before, after);
        Comparison comparison = compare(subjects, before, after);
        request.query.output().tell(comparison.answer(format));
        judge(comparison, failOn);
    }

    /** A revision may lack what came later; who names a folder wants it compared with something. */
    private void checkThatBothAreThere(Content before, Content after) throws MojoFailureException {
        Content none = before.isEmpty() ? before : after;
        if (none.isEmpty() && (request.before.folder.isPresent() || request.after.folder.isPresent())) {
            throw new MojoFailureException("there is nothing in " + none.place() + " to compare "
                    + (before.isEmpty() ? after : before).place() + " with. Name the other folder, by -D"
                    + (before.isEmpty() ? "knet.before" : "knet.after"));
        }
    }

    private Content content(Side side) throws MojoExecutionException, MojoFailureException {
        QueryRequest query = request.query;
        Optional<Path> manifests = query.manifests();
        Path sources = query.sources().folder();
        if (side.folder.isPresent()) {
            return new ContentReader(query.names()).either(side.setting, side.folder.get());
        }
        if (side.revision.isPresent()) {
            RevisionReader reader = new RevisionReader(query.names(), side.revision.get());
            Content content = manifests.isPresent() ? reader.manifests(manifests.get()) : reader.sources(sources);
            if (content.isEmpty()) {
                log.warn("there was nothing in " + content.place());
            }
            return content;
        }
        if (manifests.isPresent()) {
            return Files.exists(manifests.get())
                    ? new ContentReader(query.names()).manifests("knet.manifests", manifests.get())
                    : Content.ofManifests(query.names().of(manifests.get()), List.of());
        }
        return Content.ofSources(
                query.sources().name(), query.sources().read(why -> log.info("nothing to compare: " + why)));
    }

    private Comparison compare(Subjects subjects, Content before, Content after)
            throws MojoExecutionException, MojoFailureException {
        State was = subjects.state(before, false);
        State is = subjects.state(after, true);
        Set<String> environments = State.environments(was, is);
        Optional<String> environment = subjects.environment();
        if (environment.isPresent()) {
            subjects.checkThatItIsThere(environment.get(), was, is);
        } else if (!environments.isEmpty() && (was.isOneCluster() || is.isOneCluster())) {
            log.warn("only the files as they are were compared with the manifests, not the environments "
                    + String.join(", ", environments) + ". Choose one with -Dknet.environment="
                    + environments.iterator().next());
        }
        try {
            return environment.isPresent()
                    ? Comparison.in(environment.get(), was, is, request.scope)
                    : Comparison.of(was, is, request.scope);
        } catch (RuntimeException | StackOverflowError e) {
            throw Messages.bug(e);
        }
    }

    private static void judge(Comparison comparison, FailOn failOn) throws MojoFailureException {
        int widenings = comparison.widenings();
        int changes = comparison.count();
        if (failOn != FailOn.NEVER && widenings > 0) {
            throw new MojoFailureException(Messages.count(widenings, "connection") + (widenings == 1 ? " is" : " are")
                    + " wider than before, and knet.failOn does not let that pass");
        }
        if (failOn == FailOn.CHANGE && changes > 0) {
            throw new MojoFailureException(Messages.count(changes, "connection") + (changes == 1 ? " is" : " are")
                    + " not what " + (changes == 1 ? "it was" : "they were")
                    + ", and knet.failOn does not let that pass");
        }
    }
}
