package dev.knet.reach;

import dev.knet.reach.space.PortSet;
import java.util.Comparator;

/** That one end can connect to another, and on what. */
public record Connection(End from, End to, PortSet ports) implements Comparable<Connection> {

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
        return from.text() + " => " + to.text() + " : " + ports;
    }
}
