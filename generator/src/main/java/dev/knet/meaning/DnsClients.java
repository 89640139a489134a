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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is given the cluster's DNS: the egress-isolated sources that may reach anything else. Where something is denied to
 * one, that takes somebody whom it may reach; if there is nobody among the ends, there may still be somebody in the cluster.
 */
final class DnsClients {
    private final Ends ends;
    private final List<Peer> servers;
    private final Map<Integer, List<Refusal>> refusals = new HashMap<>();
    private final BitSet certain = new BitSet();
    private final BitSet uncertain = new BitSet();

    /** Some targets of a `denies`, and what is denied of these. */
    private record Refusal(List<Peer> peers, BitSet targets, Ports ports) {}

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
        clients.refuse(topology.denials(), egressIsolated);
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

    /** What is denied to each source; those to which the same is denied have the same list. */
    private void refuse(List<Denial> denials, BitSet egressIsolated) {
        List<Refusal> all = new ArrayList<>();
        Map<Integer, BitSet> placesBySource = new HashMap<>();
        for (Denial denial : denials) {
            BitSet sources = (BitSet) egressIsolated.clone();
            sources.and(ends.of(denial.sources()));
            for (Permission.Opening opening : denial.openings()) {
                int place = all.size();
                all.add(new Refusal(opening.targets(), ends.of(opening.targets()), opening.ports()));
                sources.stream()
                        .forEach(source -> placesBySource
                                .computeIfAbsent(source, it -> new BitSet())
                                .set(place));
            }
        }
        Map<BitSet, List<Refusal>> lists = new HashMap<>();
        placesBySource.forEach((source, places) -> refusals.put(
                source,
                lists.computeIfAbsent(
                        places, it -> it.stream().mapToObj(all::get).toList())));
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
        BitSet rest = (BitSet) sources.clone();
        rest.andNot(certain);
        IdentityHashMap<List<Refusal>, Reach> known = new IdentityHashMap<>();
        for (int source = rest.nextSetBit(0); source >= 0; source = rest.nextSetBit(source + 1)) {
            List<Refusal> refused = refusals.get(source);
            if (refused == null) {
                certain.set(source);
                continue;
            }
            Reach reach = known.computeIfAbsent(refused, it -> reach(others, opening.ports(), it));
            certain.set(source, reach.isBeyond(source));
            uncertain.set(source, uncertain.get(source) || !reach.isNone);
        }
    }

    private Reach reach(List<Peer> others, Ports ports, List<Refusal> refused) {
        for (Refusal refusal : refused) {
            if (refusal.ports.any() && containsAll(refusal.peers, others)) {
                return Reach.NONE;
            }
        }
        BitSet found = new BitSet();
        BitSet targets = ends.of(others);
        for (int target = targets.nextSetBit(0); target >= 0; target = targets.nextSetBit(target + 1)) {
            if (isOpen(target, ports, refused)) {
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

    private boolean isOpen(int target, Ports ports, List<Refusal> refused) {
        List<Ports> denied = new ArrayList<>();
        for (Refusal refusal : refused) {
            if (refusal.targets.get(target)) {
                denied.add(refusal.ports);
            }
        }
        return PortsOfEnd.isSomeLeft(ports, denied, ends.get(target));
    }
}
