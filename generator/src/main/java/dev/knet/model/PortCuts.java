package dev.knet.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What is left of some ports of a target without others. */
final class PortCuts {
    private final Optional<Workload> target;
    private Optional<Obstacle> obstacle = Optional.empty();

    private PortCuts(Peer target) {
        this.target = target.asPods().flatMap(Peer.Pods::workload);
    }

    /** What is left: nothing, some ports, or it cannot be said. */
    record Left(Optional<Ports> ports, Optional<Obstacle> obstacle) {
        boolean isAllOf(Ports before) {
            return obstacle.isEmpty() && ports.isPresent() && ports.get().equals(before);
        }
    }

    static Left less(Ports ports, Ports denied, Peer target) {
        if (denied.any()) {
            return new Left(Optional.empty(), Optional.empty());
        }
        if (ports.any()) {
            return new Left(Optional.empty(), Optional.of(Obstacle.ANY_PORT_BUT_SOME));
        }
        PortCuts cuts = new PortCuts(target);
        TreeSet<Port> left = new TreeSet<>();
        for (Port port : ports.list()) {
            left.addAll(port.fold(range -> cuts.less(range, denied.list()), named -> cuts.less(named, denied.list())));
        }
        Optional<Ports> all = left.isEmpty() ? Optional.empty() : Optional.of(Ports.of(List.copyOf(left)));
        return new Left(all, cuts.obstacle);
    }

    /** Numbers first: where nothing is left of a range, what a name stands for makes no difference. */
    private List<Port> less(Port.Range range, List<Port> denied) {
        List<Port.Range> left = List.of(range);
        for (Port port : denied) {
            if (port instanceof Port.Range other) {
                left = less(left, other);
            }
        }
        for (Port port : denied) {
            if (port instanceof Port.Named named && named.protocol() == range.protocol() && !left.isEmpty()) {
                for (int number : numbers(named)) {
                    left = less(left, Port.Range.one(named.protocol(), number));
                }
            }
        }
        return List.copyOf(left);
    }

    private static List<Port.Range> less(List<Port.Range> ranges, Port.Range denied) {
        List<Port.Range> left = new ArrayList<>();
        for (Port.Range range : ranges) {
            boolean areApart = range.protocol() != denied.protocol()
                    || denied.last() < range.first()
                    || range.last() < denied.first();
            if (areApart) {
                left.add(range);
                continue;
            }
            if (range.first() < denied.first()) {
                left.add(new Port.Range(range.protocol(), range.first(), denied.first() - 1));
            }
            if (denied.last() < range.last()) {
                left.add(new Port.Range(range.protocol(), denied.last() + 1, range.last()));
            }
        }
        return left;
    }

    /** Two names of one protocol are two ports: no pod can listen twice on one. */
    private List<Port> less(Port.Named named, List<Port> denied) {
        if (denied.contains(named) || denied.contains(Port.Range.allOf(named.protocol()))) {
            return List.of();
        }
        for (Port port : denied) {
            if (port instanceof Port.Range range && range.protocol() == named.protocol()) {
                for (int number : numbers(named)) {
                    if (range.contains(number)) {
                        return List.of();
                    }
                }
            }
        }
        return List.of(named);
    }

    /** Which ports of the target a name is, as far as its pods are known. */
    private List<Integer> numbers(Port.Named named) {
        boolean isKnown =
                target.isPresent() && (!target.get().existing() || target.get().declaresPorts());
        if (!isKnown) {
            obstacle = Optional.of(Obstacle.UNKNOWN_PORT);
            return List.of();
        }
        List<Integer> numbers = new ArrayList<>();
        for (ContainerPort port : target.get().ports()) {
            if (named.name().equals(port.name()) && named.protocol() == port.protocol()) {
                numbers.add(port.number());
            }
        }
        return numbers;
    }
}
