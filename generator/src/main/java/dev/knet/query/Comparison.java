package dev.knet.query;

import dev.knet.emit.report.ChangesReport;
import dev.knet.reach.Change;
import dev.knet.reach.Changes;
import java.util.List;

/** What changes in who can talk to whom. */
public final class Comparison {
    private final List<Change> changes;

    /** How it is written. */
    public enum Format {
        TXT,
        JSON,
        CSV,
        MD
    }

    private Comparison(List<Change> changes) {
        this.changes = changes;
    }

    public static Comparison of(Subject before, Subject after, Scope scope) {
        return new Comparison(Changes.between(before.objects(), after.objects(), scope.options()));
    }

    public int count() {
        return changes.size();
    }

    /** How many connections are open on more than before, or were not there. */
    public int widenings() {
        return (int) changes.stream().filter(Change::widens).count();
    }

    public String answer(Format format) {
        ChangesReport report = ChangesReport.of(changes);
        return switch (format) {
            case TXT -> report.text();
            case JSON -> report.json();
            case CSV -> report.csv();
            case MD -> report.markdown();
        };
    }
}
