package dev.knet.query;

import dev.knet.diagnostic.Printable;
import dev.knet.lock.Lock;
import dev.knet.reach.Change;
import dev.knet.reach.Changes;
import dev.knet.reach.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What is accepted when a lock is written anew, in lines for people. */
public final class LockChanges {
    /** More than that is for the difference of the two files. */
    private static final int MOST_TOLD = 40;

    private LockChanges() {}

    /** Whether a text is a lock that {@code knet:lock} could have written. */
    public static boolean isLock(String text) {
        return Lock.read(text).problems().isEmpty();
    }

    /** {@code +} for what could not connect before, {@code -} for what cannot any more, {@code ~} for other ports. */
    public static List<String> between(String before, String after) {
        Lock was = Lock.read(before).lock();
        Lock is = Lock.read(after).lock();
        TreeSet<String> environments = new TreeSet<>(was.sections().keySet());
        environments.addAll(is.sections().keySet());
        List<String> lines = new ArrayList<>();
        for (String environment : environments) {
            for (Change change : Changes.between(connections(was, environment), connections(is, environment))) {
                lines.add(Printable.of((environment.isEmpty() ? "" : environment + ": ") + line(change)));
            }
        }
        if (lines.size() <= MOST_TOLD) {
            return lines;
        }
        List<String> told = new ArrayList<>(lines.subList(0, MOST_TOLD));
        told.add("and " + (lines.size() - MOST_TOLD) + " more");
        return told;
    }

    private static List<Connection> connections(Lock lock, String environment) {
        Lock.Section section = lock.sections().get(environment);
        return section == null ? List.of() : section.connections();
    }

    private static String line(Change change) {
        return switch (change.kind()) {
            case ADDED -> "+ " + new Connection(change.from(), change.to(), change.after());
            case REMOVED -> "- " + new Connection(change.from(), change.to(), change.before());
            case CHANGED -> "~ " + change;
        };
    }
}
