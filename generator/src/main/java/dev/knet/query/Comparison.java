package dev.knet.query;

import dev.knet.emit.report.ChangesReport;
import dev.knet.emit.report.ChangesReport.Part;
import dev.knet.reach.Change;
import dev.knet.reach.Changes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What changes in who can talk to whom. */
public final class Comparison {
    private final List<Part> parts;

    /** How it is written. */
    public enum Format {
        TXT,
        JSON,
        CSV,
        MD
    }

    private Comparison(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * The files as they are, and every environment that either side has. What one side has no such environment of is
     * compared as it is.
     */
    public static Comparison of(State before, State after, Scope scope) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of(between(before.plain(), after.plain(), scope)));
        // Manifests are one cluster, and which environment it is of is not for us to guess.
        if (!before.isOneCluster() && !after.isOneCluster()) {
            for (String environment : State.environments(before, after)) {
                parts.add(part(before, after, environment, scope));
            }
        }
        return new Comparison(parts);
    }

    /** One environment. */
    public static Comparison in(String environment, State before, State after, Scope scope) {
        return new Comparison(List.of(part(before, after, environment, scope)));
    }

    private static Part part(State before, State after, String environment, Scope scope) {
        return new Part(
                Optional.of(environment),
                note(before, after, environment),
                between(before.in(environment), after.in(environment), scope));
    }

    private static String note(State before, State after, String environment) {
        if (before.lacks(environment)) {
            return "not there before: compared with the files as they were";
        }
        return after.lacks(environment) ? "not there any more: compared with the files as they are" : "";
    }

    private static List<Change> between(Subject before, Subject after, Scope scope) {
        List<Change> changes = Changes.between(before.objects(), after.objects(), scope.options());
        if (before.watched().isEmpty() || after.watched().isEmpty()) {
            return changes;
        }
        Set<String> watched = new TreeSet<>(before.watched().get());
        watched.addAll(after.watched().get());
        return changes.stream().filter(it -> it.isAbout(watched::contains)).toList();
    }

    private Stream<Change> changes() {
        return parts.stream().flatMap(part -> part.changes().stream());
    }

    /** In all environments together. */
    public int count() {
        return (int) changes().count();
    }

    /** How many connections are open on more than before, or were not there; in all environments together. */
    public int widenings() {
        return (int) changes().filter(Change::widens).count();
    }

    public String answer(Format format) {
        ChangesReport report = ChangesReport.ofParts(parts);
        return switch (format) {
            case TXT -> report.text();
            case JSON -> report.json();
            case CSV -> report.csv();
            case MD -> report.markdown();
        };
    }
}
