package dev.knet.meaning;

import dev.knet.model.Denial;
import dev.knet.model.Dns;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Ports;
import dev.knet.model.Topology;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is given the cluster's DNS: the egress-isolated sources that may reach anything else. Where something is denied to
 * one, that takes somebody whom it may reach; if there is nobody among the ends, there may still be somebody in the cluster.
 */
final class DnsClients {
    private final Ends ends;
    private final List<Peer> servers;
    private final List<Refusal> refusals = new ArrayList<>();
    private final BitSet denied = new BitSet();
    private final Map<Integer, BitSet> against = new HashMap<>();
    private final BitSet certain = new BitSet();
    private final BitSet uncertain = new BitSet();

    /** Some targets of a `denies`, and what is denied of these. */
    private record Refusal(BitSet sources, List<Peer> peers, BitSet targets, Ports ports) {}

    /** Whom an opening lets sources reach to whom the same is denied: nobody for sure, or some of the ends, if any. */
    private record Reach(boolean isNone, BitSet some) {
        static final Reach NONE = new Reach(true, new BitSet());

        /** One of them may be the source itself. */
        static final int ENOUGH = 2;

        boolean isBeyond(int source) {
            return some.cardinality() > (some.get(source) ? 1 : 0);
        }
    }

    private DnsClients(Ends ends, List<Peer> servers) {
        this.ends = ends;
        this.servers = servers;
    }

    static DnsClients of(Topology topology, Ends ends, BitSet egressIsolated) {
        DnsClients clients = new DnsClients(ends, topology.dns().map(Dns::peers).orElse(List.of()));
        for (Denial denial : topology.denials()) {
            BitSet sources = ends.of(denial.sources());
            clients.denied.or(sources);
            for (Permission.Opening opening : denial.openings()) {
                clients.refusals.add(
                        new Refusal(sources, opening.targets(), ends.of(opening.targets()), opening.ports()));
            }
        }
        for (Permission permission : topology.permissions()) {
            BitSet sources = (BitSet) egressIsolated.clone();
            sources.and(ends.of(permission.sources()));
            for (Permission.Opening opening : permission.openings()) {
                clients.add(sources, opening);
            }
        }
        clients.uncertain.andNot(clients.certain);
        return clients;
    }

    /** Those that get it. */
    BitSet certain() {
        return certain;
    }

    /** Those of which it cannot be told. */
    BitSet uncertain() {
        return uncertain;
    }

    private void add(BitSet sources, Permission.Opening opening) {
        List<Peer> others = new ArrayList<>(opening.targets());
        others.removeAll(servers);
        if (others.isEmpty()) {
            return;
        }
        BitSet free = (BitSet) sources.clone();
        free.andNot(denied);
        certain.or(free);
        BitSet rest = (BitSet) sources.clone();
        rest.andNot(certain);
        Map<BitSet, Reach> known = new HashMap<>();
        for (int source = rest.nextSetBit(0); source >= 0; source = rest.nextSetBit(source + 1)) {
            BitSet against = refusals(source);
            Reach reach = known.get(against);
            if (reach == null) {
                reach = reach(others, opening.ports(), against);
                known.put(against, reach);
            }
            certain.set(source, certain.get(source) || reach.isBeyond(source));
            uncertain.set(source, uncertain.get(source) || !reach.isNone());
        }
    }

    /** The places of those that are about a source. */
    private BitSet refusals(int source) {
        return against.computeIfAbsent(source, it -> {
            BitSet places = new BitSet();
            for (int place = 0; place < refusals.size(); place++) {
                places.set(place, refusals.get(place).sources.get(it));
            }
            return places;
        });
    }

    private Reach reach(List<Peer> others, Ports ports, BitSet against) {
        List<Refusal> denying = against.stream().mapToObj(refusals::get).toList();
        for (Refusal refusal : denying) {
            if (refusal.ports.any() && containsAll(refusal.peers, others)) {
                return Reach.NONE;
            }
        }
        BitSet found = new BitSet();
        BitSet targets = ends.of(others);
        for (int target = targets.nextSetBit(0); target >= 0; target = targets.nextSetBit(target + 1)) {
            if (isOpen(target, ports, denying)) {
                found.set(target);
            }
            if (found.cardinality() == Reach.ENOUGH) {
                break;
            }
        }
        return new Reach(false, found);
    }

    private static boolean containsAll(List<Peer> denied, List<Peer> targets) {
        return denied.contains(new Peer.Anyone()) || denied.containsAll(targets);
    }

    private boolean isOpen(int target, Ports ports, List<Refusal> denying) {
        List<Ports> denied = new ArrayList<>();
        for (Refusal refusal : denying) {
            if (refusal.targets.get(target)) {
                denied.add(refusal.ports);
            }
        }
        return PortsOfEnd.isSomeLeft(ports, denied, ends.get(target));
    }
}
