package dev.knet.emit.java.runtime;

import java.util.List;
import javax.annotation.processing.Generated;

/** The ports of a sentence as they are said of its target. */
@Generated("knet")
final class PortChoice {
    /** Nothing is said: every port that the target has by its own account. */
    static final PortChoice OFFERED = new PortChoice(List.of(), "");

    static final PortChoice ANY = new PortChoice(List.of(), "any port");

    private final List<Ports> ports;
    private final String text;

    private PortChoice(List<Ports> ports, String text) {
        this.ports = List.copyOf(ports);
        this.text = text;
    }

    static PortChoice of(List<Ports> ports) {
        return new PortChoice(
                ports,
                String.join(
                        ", ",
                        ports.stream().map(Ports::toString).sorted().distinct().toList()));
    }

    List<Ports> ports() {
        return ports;
    }

    /** As it stands behind {@code on}; empty if nothing is said. */
    @Override
    public String toString() {
        return text;
    }
}
