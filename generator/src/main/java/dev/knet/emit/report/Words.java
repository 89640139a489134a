package dev.knet.emit.report;

import dev.knet.diagnostic.Printable;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands in texts for people. */
final class Words {
    private Words() {}

    /** A name without anything that hides or forges: blanks too, since no name has one and lines are taken apart at them. */
    static String ofName(String name) {
        return Printable.of(name).replace(" ", "\\u{20}");
    }

    /** What is open or asked for, in a sentence behind `on`. */
    static String ofPorts(PortSet ports) {
        return ports.isAll() ? "every port and protocol" : ports.isEmpty() ? "nothing" : ports.toString();
    }

    /** As a sentence of knet's language says it; empty if none can. */
    static Optional<String> inKnet(PortSet ports) {
        if (ports.isAll()) {
            return Optional.of("any port");
        }
        List<String> parts = new ArrayList<>();
        for (PortSet.Stretch stretch : ports.stretches()) {
            Protocol protocol = stretch.protocol();
            boolean isWhole = PortSet.allOf(protocol).equals(PortSet.of(protocol, stretch.first(), stretch.last()));
            parts.add(isWhole ? protocol.word() : protocol.word() + "/" + stretch);
        }
        return ports.containsOthers() || parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }
}
