package dev.knet.reach.read;

import dev.knet.reach.objects.Origin;

/** The object that is being read: how messages call it and where they go. */
final class Subject {
    private final Findings findings;
    private final String file;
    private final Visits visits;
    private String title = "the object";

    Subject(Findings findings, String file, Visits visits) {
        this.findings = findings;
        this.file = file;
        this.visits = visits;
    }

    void call(String name) {
        title = name;
    }

    String title() {
        return title;
    }

    Origin at(int line) {
        return file.isEmpty() && line == 0 ? Origin.CODE : new Origin(file, line);
    }

    Findings findings() {
        return findings;
    }

    /** Counts what is looked at in a list or a mapping. */
    void visit(int count, int line) {
        visits.left -= count + 1;
        if (visits.left < 0) {
            throw Limits.expanded(line);
        }
    }

    /** How much of a document may still be looked at. */
    static final class Visits {
        private int left = Limits.VISITS;
    }
}
