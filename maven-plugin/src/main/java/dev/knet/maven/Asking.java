package dev.knet.maven;

import dev.knet.compile.CompileRequest;
import dev.knet.query.Answer;
import dev.knet.query.QueryException;
import dev.knet.query.Subject;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** One run of a goal that asks about one cluster: reads what it is about, and tells the answer. */
final class Asking {
    private final QueryRequest request;
    private final Log log;

    Asking(QueryRequest request, Log log) {
        this.request = request;
        this.log = log;
    }

    void run(Question question) throws MojoExecutionException, MojoFailureException {
        Subjects subjects = Subjects.in(request.sources().settings(), log);
        Optional<Content> content = content();
        if (content.isPresent()) {
            Answer answer = answer(question, subjects.of(content.get(), true));
            request.output().tell(answer.text());
            if (answer.isOfNobody()) {
                log.info("there is no workload in " + content.get().place());
            }
            answer.hints().forEach(log::info);
        }
    }

    private Optional<Content> content() throws MojoExecutionException, MojoFailureException {
        if (request.manifests().isPresent()) {
            ContentReader reader = new ContentReader(request.names());
            return Optional.of(
                    reader.manifests("knet.manifests", request.manifests().get()));
        }
        List<CompileRequest.Source> sources = request.sources().read(why -> log.info("nothing to ask about: " + why));
        return sources.isEmpty()
                ? Optional.empty()
                : Optional.of(Content.ofSources(request.sources().name(), sources));
    }

    private static Answer answer(Question question, Subject subject)
            throws MojoExecutionException, MojoFailureException {
        try {
            return question.of(subject);
        } catch (QueryException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (RuntimeException | StackOverflowError e) {
            throw Messages.bug(e);
        }
    }
}
