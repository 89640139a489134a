package dev.knet.reach;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.policy.Queries;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.AddressSpace;
import dev.knet.reach.space.PortSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** What changed in who can talk to whom. */
public final class Changes {
    /** The ports of connections before and after, by their ends if both are known by their texts. */
    private final Map<Pair, Ports> byEnds = new TreeMap<>();

    /** Connections with addresses, by their other end. */
    private final Map<End, Stretches> entering = new TreeMap<>();

    private final Map<End, Stretches> leaving = new TreeMap<>();

    /** Both ends of a connection. */
    private record Pair(End from, End to) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int byFrom = from.compareTo(other.from);
            return byFrom != 0 ? byFrom : to.compareTo(other.to);
        }
    }

    /** What was open and what is. */
    private record Ports(PortSet before, PortSet after) {
        static final Ports NONE = new Ports(PortSet.NONE, PortSet.NONE);

        Ports or(Ports other) {
            return new Ports(before.or(other.before), after.or(other.after));
        }

        boolean differ() {
            return !before.equals(after);
        }
    }

    /** What was open and what is, for stretches of addresses that may overlap. */
    private static final class Stretches {
        private final Map<AddressRange, Ports> ranges = new TreeMap<>();

        void add(AddressRange range, Ports ports) {
            ranges.merge(range, ports, Ports::or);
        }

        /** Neighbours with the same change are one. */
        void tell(BiConsumer<End.External, Ports> changes) {
            Map<Ports, List<AddressRange>> byPorts = new LinkedHashMap<>();
            List<Map.Entry<AddressRange, Ports>> open = new ArrayList<>();
            List<Map.Entry<AddressRange, Ports>> coming = new ArrayList<>(ranges.entrySet());
            int next = 0;
            for (AddressRange stretch : AddressSpace.cut(ranges.keySet(), false)) {
                open.removeIf(it -> it.getKey().last().compareTo(stretch.first()) < 0);
                while (next < coming.size() && coming.get(next).getKey().first().compareTo(stretch.first()) <= 0) {
                    open.add(coming.get(next++));
                }
                Ports ports = open.stream().map(Map.Entry::getValue).reduce(Ports.NONE, Ports::or);
                if (ports.differ()) {
                    byPorts.computeIfAbsent(ports, none -> new ArrayList<>()).add(stretch);
                }
            }
            byPorts.forEach((ports, stretches) ->
                    AddressSpace.joined(stretches).forEach(range -> changes.accept(new End.External(range), ports)));
        }
    }

    private Changes(Collection<Connection> before, Collection<Connection> after) {
        before.forEach(it -> add(it, new Ports(it.ports(), PortSet.NONE)));
        after.forEach(it -> add(it, new Ports(PortSet.NONE, it.ports())));
    }

    private void add(Connection connection, Ports ports) {
        if (connection.from() instanceof End.External external) {
            entering.computeIfAbsent(connection.to(), none -> new Stretches()).add(external.range(), ports);
        } else if (connection.to() instanceof End.External external) {
            leaving.computeIfAbsent(connection.from(), none -> new Stretches()).add(external.range(), ports);
        } else {
            byEnds.merge(new Pair(connection.from(), connection.to()), ports, Ports::or);
        }
    }

    private List<Change> find() {
        List<Change> changes = new ArrayList<>();
        byEnds.forEach((ends, ports) -> {
            if (ports.differ()) {
                changes.add(new Change(ends.from, ends.to, ports.before, ports.after));
            }
        });
        entering.forEach((to, stretches) ->
                stretches.tell((from, ports) -> changes.add(new Change(from, to, ports.before, ports.after))));
        leaving.forEach((from, stretches) ->
                stretches.tell((to, ports) -> changes.add(new Change(from, to, ports.before, ports.after))));
        Collections.sort(changes);
        return changes;
    }

    /**
     * Sorted. Workloads and strangers are the same if their texts are; addresses are compared as addresses, however the
     * lists cut them.
     */
    public static List<Change> between(List<Connection> before, List<Connection> after) {
        return new Changes(before, after).find();
    }

    /**
     * Sorted. Both are asked about the same ends: whatever only one of them tells apart is told apart in the other too.
     * A stranger that both treat like a more general one is left out, and so is what changes for a stranger if as much
     * changes for a workload that is just like it.
     *
     * @throws IllegalArgumentException if there are errors among what was found in either
     */
    public static List<Change> between(ClusterObjects before, ClusterObjects after, Reachability.Options options) {
        Queries queries = Queries.ofAll(List.of(before, after));
        options.addresses().forEach(queries::add);
        boolean withV6 = options.ipv6() || queries.ranges().stream().anyMatch(it -> it.version() == 6);
        Set<End.Stranger> strangers = options.strangers() ? Strangers.thoroughly(List.of(before, after)) : Set.of();
        Reachability was = Reachability.of(before, queries, withV6, strangers).withSiblings();
        Reachability is = Reachability.of(after, queries, withV6, strangers).withSiblings();
        Set<End> special = special(strangers, was, is);
        List<Change> changes = between(was.connections(), is.connections()).stream()
                .filter(it -> !isRepeated(it.from(), special) && !isRepeated(it.to(), special))
                .toList();
        return StandIns.of(List.of(before, after), queries.podKeys()).withoutRepetition(changes);
    }

    private static boolean isRepeated(End end, Set<End> special) {
        return end instanceof End.Stranger && !special.contains(end);
    }

    /** Those that are not treated in both like others of which less is known. */
    private static Set<End> special(Set<End.Stranger> strangers, Reachability was, Reachability is) {
        Map<List<Object>, List<End.Stranger>> alike = new HashMap<>();
        for (End.Stranger stranger : strangers) {
            alike.computeIfAbsent(List.of(was.behaviour(stranger), is.behaviour(stranger)), none -> new ArrayList<>())
                    .add(stranger);
        }
        Set<End> special = new TreeSet<>();
        for (List<End.Stranger> some : alike.values()) {
            some.stream()
                    .filter(it -> some.stream().noneMatch(other -> isMoreGeneral(other, it)))
                    .forEach(special::add);
        }
        return special;
    }

    /** In the same namespace or in one of which less is known, with fewer labels. */
    private static boolean isMoreGeneral(End.Stranger general, End.Stranger special) {
        boolean isSame = general.namespace().equals(special.namespace())
                && general.namespaceLabels().equals(special.namespaceLabels());
        boolean isUnknown = general.namespace().isEmpty()
                && special.namespaceLabels()
                        .entrySet()
                        .containsAll(general.namespaceLabels().entrySet());
        return general.compareTo(special) != 0
                && (isSame || isUnknown)
                && special.labels().entrySet().containsAll(general.labels().entrySet());
    }
}
