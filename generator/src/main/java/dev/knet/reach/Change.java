package dev.knet.reach;

import dev.knet.reach.space.PortSet;
import java.util.Comparator;
import java.util.function.Predicate;

/** That one end can connect to another on something else than before. */
public record Change(End from, End to, PortSet before, PortSet after) implements Comparable<Change> {

    /** What became of the connection. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    public Kind kind() {
        if (before.isEmpty()) {
            return Kind.ADDED;
        }
        return after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
    }

    /** What is open now and was not. */
    public PortSet added() {
        return after.minus(before);
    }

    /** What was open and is not any more. */
    public PortSet removed() {
        return before.minus(after);
    }

    public boolean widens() {
        return !added().isEmpty();
    }

    public boolean narrows() {
        return !removed().isEmpty();
    }

    /** Whether one of its ends is a pod in one of these namespaces. */
    public boolean isAbout(Predicate<String> namespaces) {
        return from.isIn(namespaces) || to.isIn(namespaces);
    }

    @Override
    public int compareTo(Change other) {
        return Comparator.comparing(Change::from)
                .thenComparing(Change::to)
                .thenComparing(it -> it.before().toString())
                .thenComparing(it -> it.after().toString())
                .compare(this, other);
    }

    /** {@code shop/web[Deployment] => shop/db[StatefulSet] : TCP 5432 (before: No Connections)}. */
    @Override
    public String toString() {
        return new Connection(from, to, after) + " (before: " + before + ")";
    }
}
