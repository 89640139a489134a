package dev.knet.model;

import java.util.List;
import java.util.TreeSet;

/** A set of ports, or {@link #ANY} port of any protocol; sorted and without repetition. */
public record Ports(boolean any, List<Port> list) {
    public static final Ports ANY = new Ports(true, List.of());

    public Ports {
        list = list.size() < 2 ? List.copyOf(list) : List.copyOf(new TreeSet<>(list));
        if (any != list.isEmpty()) {
            throw new IllegalArgumentException("no ports at all is not a set that a sentence can mean");
        }
    }

    /** As a sentence could write it; different for any two sets. */
    public String text() {
        StringBuilder text = new StringBuilder(any ? "any port" : "");
        for (Port port : list) {
            text.append(text.length() == 0 ? "" : ", ").append(port.text());
        }
        return text.toString();
    }

    /** Of at least one port. */
    public static Ports of(List<Port> ports) {
        return new Ports(false, ports);
    }
}
