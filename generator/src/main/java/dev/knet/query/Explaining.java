package dev.knet.query;

import dev.knet.diagnostic.Printable;
import dev.knet.emit.report.ConnectionFilter;
import dev.knet.emit.report.ExplanationReport;
import dev.knet.reach.End;
import dev.knet.reach.Reachability;
import dev.knet.reach.space.PortSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why somebody can talk to somebody, or cannot. */
public final class Explaining {
    /** More answers than that are none. */
    private static final int MOST = 16;

    private final String from;
    private final String to;
    private final Optional<PortSet> on;
    private final Format format;

    private enum Format {
        TXT,
        JSON
    }

    private Explaining(String from, String to, Optional<PortSet> on, Format format) {
        this.from = from;
        this.to = to;
        this.on = on;
        this.format = format;
    }

    /**
     * A question in users' words.
     *
     * @throws QueryException if one of them means nothing
     */
    public static Explaining of(String from, String to, Optional<String> on, String format) throws QueryException {
        try {
            return new Explaining(
                    from, to, on.map(ConnectionFilter::ports), Choice.of("knet.format", format, Format.values()));
        } catch (IllegalArgumentException e) {
            throw new QueryException(e);
        }
    }

    /**
     * The answers: a name may mean several ends, such as workloads of several namespaces, or addresses that policies tell
     * from each other.
     *
     * @throws QueryException if there is nobody of a name, or far too many are
     */
    public Answer answer(Subject subject) throws QueryException {
        // All there are: what is asked for need not be what a list shows.
        Reachability.Options all = new Scope(true, true).options().asking(from).asking(to);
        Reachability reachability = Reachability.of(subject.objects(), all);
        List<End> sources = find(reachability, from);
        List<End> targets = find(reachability, to);
        if ((long) sources.size() * targets.size() > MOST) {
            throw new QueryException("`" + Printable.of(from) + "` and `" + Printable.of(to) + "` are "
                    + sources.size() + " and " + targets.size()
                    + " ends that policies tell apart. Ask about one of each, as knet:reach lists them");
        }
        List<String> answers = new ArrayList<>();
        for (End source : sources) {
            for (End target : targets) {
                ExplanationReport report = report(subject, reachability, source, target);
                answers.add(format == Format.TXT ? report.text() : report.json().stripTrailing());
            }
        }
        String text = format == Format.TXT ? String.join("\n", answers) : "[" + String.join(",\n", answers) + "]\n";
        return new Answer(text, false, subject.hints());
    }

    private ExplanationReport report(Subject subject, Reachability reachability, End source, End target)
            throws QueryException {
        try {
            return ExplanationReport.of(
                    new ExplanationReport.Question(source, target, on, Reachability.serviceIn(to)),
                    reachability.explain(source, target),
                    reachability.objects(),
                    subject.sentences());
        } catch (IllegalArgumentException e) {
            throw new QueryException(e);
        }
    }

    private static List<End> find(Reachability reachability, String name) throws QueryException {
        List<End> ends = reachability.find(name);
        if (ends.isEmpty()) {
            throw new QueryException("there is no `" + Printable.of(name) + "`"
                    + Scope.nearMiss(name, reachability.ends())
                            .orElse("; name a workload (`shop/web`), a service (`service shop/web`), an address, or an"
                                    + " end as knet:reach lists it"));
        }
        return ends;
    }
}
