package dev.knet.reach;

import dev.knet.reach.space.PortSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/** That one end can connect to another, and on what. */
public record Connection(End from, End to, PortSet ports) implements Comparable<Connection> {
    private static final String ARROW = " => ";
    private static final String COLON = " : ";

    /** Of just what {@link #toString()} writes of a connection on something; empty for any other text. */
    public static Optional<Connection> parse(String line) {
        int arrow = line.indexOf(ARROW);
        int colon = arrow < 0 ? -1 : line.indexOf(COLON, arrow);
        if (colon < 0) {
            return Optional.empty();
        }
        Optional<End> from = End.parse(line.substring(0, arrow));
        Optional<End> to = End.parse(line.substring(arrow + ARROW.length(), colon));
        Optional<PortSet> ports =
                PortSet.parse(line.substring(colon + COLON.length())).filter(it -> !it.isEmpty());
        return from.flatMap(source -> to.flatMap(target -> ports.map(open -> new Connection(source, target, open))));
    }

    /** Whether one of its ends is a pod in one of these namespaces. */
    public boolean isAbout(Predicate<String> namespaces) {
        return from.isIn(namespaces) || to.isIn(namespaces);
    }

    @Override
    public int compareTo(Connection other) {
        return Comparator.comparing(Connection::from)
                .thenComparing(Connection::to)
                .thenComparing(it -> it.ports().toString())
                .compare(this, other);
    }

    /** {@code shop/web[Deployment] => shop/db[StatefulSet] : TCP 5432}. */
    @Override
    public String toString() {
        return from.text() + ARROW + to.text() + COLON + ports;
    }
}
