package dev.knet.reach.space;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The protocols whose ports a policy can name, in the order in which they are listed. */
public enum Protocol {
    SCTP(0),
    TCP(1),
    UDP(2);

    private static final List<Protocol> IN_ORDER = List.of(values());

    private final int place;

    Protocol(int place) {
        this.place = place;
    }

    /** Its place in that order, from 0. */
    int place() {
        return place;
    }

    static Protocol at(int place) {
        return IN_ORDER.get(place);
    }

    /** By Kubernetes' word for it, which is written in capitals. */
    public static Optional<Protocol> of(String word) {
        for (Protocol protocol : IN_ORDER) {
            if (protocol.name().equals(word)) {
                return Optional.of(protocol);
            }
        }
        return Optional.empty();
    }

    /** As knet's language writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
