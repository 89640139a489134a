package dev.knet.lock;

import dev.knet.reach.Connection;
import dev.knet.reach.End;
import java.util.Set;
import java.util.TreeSet;

/** Writes a lock: a heading, then for each environment its lines, sorted. */
final class LockWriter {
    private static final String HEADING = """
            # Who can talk to whom. A build that would allow more than this fails.
            # Written by `mvn knet:lock`; commit it, review its changes, and never edit it by hand.
            """;

    private LockWriter() {}

    static String write(Lock lock) {
        StringBuilder text = new StringBuilder(HEADING);
        lock.sections().forEach((environment, section) -> {
            text.append('\n');
            if (!environment.isEmpty()) {
                text.append(checked(LockLine.header(environment))).append('\n');
            }
            lines(section).forEach(line -> text.append(checked(line)).append('\n'));
        });
        return text.toString();
    }

    /** No two are equal. */
    private static Set<String> lines(Lock.Section section) {
        Set<String> lines = new TreeSet<>();
        section.connections().stream().map(Connection::toString).forEach(lines::add);
        section.silent().stream().map(End::text).forEach(lines::add);
        return lines;
    }

    private static String checked(String line) {
        if (LockLine.of(line).isEmpty()) {
            throw new IllegalArgumentException("no line of a lock: " + LockReader.quoted(line));
        }
        return line;
    }
}
