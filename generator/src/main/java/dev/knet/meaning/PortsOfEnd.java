package dev.knet.meaning;

import dev.knet.model.Port;
import dev.knet.model.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the ports of a sentence stand for at one target: the table "Ports" of the language's description. */
final class PortsOfEnd {
    private PortsOfEnd() {}

    static boolean contain(Ports ports, End target, Contact contact) {
        if (ports.any() || contact.protocol().isEmpty()) {
            return ports.any();
        }
        for (Port.Range range : ranges(ports, target)) {
            if (range.protocol() == contact.protocol().get() && range.contains(contact.port())) {
                return true;
            }
        }
        return false;
    }

    /** As numbers, none for any port. */
    static List<Port.Range> ranges(Ports ports, End target) {
        List<Port.Range> ranges = new ArrayList<>();
        for (Port port : ports.list()) {
            ranges.addAll(port.fold(List::of, named -> numbers(named, target)));
        }
        return ranges;
    }

    /** A name stands for whatever number the target itself gives it; what is no pod gives none. */
    private static List<Port.Range> numbers(Port.Named named, End target) {
        List<Port.Range> numbers = new ArrayList<>();
        for (End.NamedPort port : target.fold(End.Pod::ports, address -> List.<End.NamedPort>of())) {
            if (port.name().equals(named.name()) && port.protocol() == named.protocol()) {
                numbers.add(Port.Range.one(port.protocol(), port.number()));
            }
        }
        return numbers;
    }

    /** Whether anything is left of these ports without those. Ranges leave something of any port: not all protocols have ports. */
    static boolean isSomeLeft(Ports ports, List<Ports> denied, End target) {
        SortedSet<Port.Range> less = new TreeSet<>();
        for (Ports some : denied) {
            if (some.any()) {
                return false;
            }
            less.addAll(ranges(some, target));
        }
        if (ports.any()) {
            return true;
        }
        for (Port.Range range : ranges(ports, target)) {
            if (isSomeLeft(range, less)) {
                return true;
            }
        }
        return false;
    }

    /** Goes up from the first port for as long as the next one is denied. */
    private static boolean isSomeLeft(Port.Range range, SortedSet<Port.Range> less) {
        int next = range.first();
        for (Port.Range denied : less) {
            if (denied.protocol() == range.protocol() && denied.first() <= next && next <= denied.last()) {
                next = denied.last() + 1;
            }
        }
        return next <= range.last();
    }
}
