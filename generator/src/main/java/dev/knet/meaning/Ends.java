package dev.knet.meaning;

import dev.knet.model.AddressRange;
import dev.knet.model.Namespaces;
import dev.knet.model.Peer;
import dev.knet.model.Selector;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be an end, by its place, and which of it a peer stands for: the table "Peers" of the language's
 * description. The sets of peers are shared: nobody changes one.
 */
final class Ends {
    private final List<End> list;
    private final BitSet addresses = new BitSet();
    private final Map<Home, BitSet> homes = new LinkedHashMap<>();
    private final Map<Workload, BitSet> workloads = new HashMap<>();
    private final Map<Workload, String> topologies = new HashMap<>();
    private final Map<Peer, BitSet> peers = new HashMap<>();

    /** Where pods are, and which topology declares their workloads, if one does. */
    private record Home(String namespace, Map<String, String> labels, Optional<String> topology) {
        boolean isIn(Namespaces namespaces) {
            return namespaces.fold(
                    one -> namespace.equals(one.namespace().name()),
                    matching -> matching.selector().matches(labels));
        }
    }

    private Ends(List<End> list) {
        this.list = List.copyOf(list);
    }

    static Ends of(List<Topology> topologies, List<End> list) {
        Ends ends = new Ends(list);
        for (Topology topology : topologies) {
            for (Workload workload : topology.workloads()) {
                ends.topologies.put(workload, topology.name());
            }
        }
        for (int place = 0; place < list.size(); place++) {
            ends.add(list.get(place), place);
        }
        return ends;
    }

    private void add(End end, int place) {
        BitSet beside = end.fold(pod -> homes.computeIfAbsent(home(pod), home -> new BitSet()), address -> addresses);
        beside.set(place);
        Optional<Workload> workload = end.fold(End.Pod::workload, address -> Optional.empty());
        if (workload.isPresent()) {
            workloads.computeIfAbsent(workload.get(), it -> new BitSet()).set(place);
        }
    }

    private Home home(End.Pod pod) {
        return new Home(pod.namespace(), pod.namespaceLabels(), pod.workload().map(topologies::get));
    }

    End get(int place) {
        return list.get(place);
    }

    /** A set for whoever asks. */
    BitSet all() {
        BitSet all = new BitSet(list.size());
        all.set(0, list.size());
        return all;
    }

    /** Those of which a topology's policies can be: all, or the pods of its namespaces if it uses others. */
    BitSet ownedBy(Topology topology) {
        return topology.uses().isEmpty()
                ? all()
                : of(topology.namespaces().stream().map(Peer.Pods::all).toList());
    }

    BitSet of(List<? extends Peer> union) {
        if (union.size() == 1) {
            return of(union.get(0));
        }
        BitSet all = new BitSet();
        for (Peer peer : union) {
            all.or(of(peer));
        }
        return all;
    }

    BitSet of(Peer peer) {
        BitSet known = peers.get(peer);
        if (known == null) {
            known = peer.fold(this::pods, this::addresses, anyone -> all());
            peers.put(peer, known);
        }
        return known;
    }

    /**
     * "Both must hold": the namespace and the labels. Among the pods of the topology that declares it, a workload stands for
     * its own alone; any other pod is known by its labels, for another topology may say of these that they exist.
     */
    private BitSet pods(Peer.Pods pods) {
        BitSet found = new BitSet();
        Optional<String> declaredIn = pods.workload().map(topologies::get);
        pods.workload().map(workloads::get).ifPresent(found::or);
        homes.forEach((home, members) -> {
            boolean isToldApart = declaredIn.isPresent() && declaredIn.equals(home.topology);
            if (!isToldApart && home.isIn(pods.namespaces())) {
                found.or(matching(pods.selector(), members));
            }
        });
        return found;
    }

    private BitSet matching(Selector selector, BitSet members) {
        if (selector.isEverything()) {
            return members;
        }
        BitSet matching = new BitSet();
        for (int place = members.nextSetBit(0); place >= 0; place = members.nextSetBit(place + 1)) {
            Map<String, String> labels = list.get(place).fold(End.Pod::labels, address -> Map.of());
            if (selector.matches(labels)) {
                matching.set(place);
            }
        }
        return matching;
    }

    private BitSet addresses(Peer.Addresses peer) {
        BitSet found = new BitSet();
        for (int place = addresses.nextSetBit(0); place >= 0; place = addresses.nextSetBit(place + 1)) {
            boolean isIn = list.get(place).fold(pod -> false, address -> isIn(peer, address.single()));
            found.set(place, isIn);
        }
        return found;
    }

    private static boolean isIn(Peer.Addresses peer, AddressRange single) {
        for (AddressRange except : peer.except()) {
            if (except.contains(single)) {
                return false;
            }
        }
        return peer.range().contains(single);
    }
}
