package dev.knet.emit.java;

import dev.knet.model.Denial;
import dev.knet.model.Direction;
import dev.knet.model.Namespace;
import dev.knet.model.Namespaces;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Ports;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which denials are about whom: as the target, or as the source. What cannot be told counts as being about it, since a
 * sentence in Java that a denial may be about is refused.
 */
final class DeniedEnds {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Direction, Map<Workload, Set<Integer>>> ofWorkloads = new EnumMap<>(Direction.class);
    private final Map<Direction, List<Integer>> others = new EnumMap<>(Direction.class);

    /** A denial, of targets that have the same ports; it is known by its text, and by a number behind it if others have the same. */
    record Entry(String id, List<Peer> sources, List<Peer> targets, Ports ports) {
        private List<Peer> ends(Direction direction) {
            return direction == Direction.INGRESS ? targets : sources;
        }
    }

    private DeniedEnds(Topology topology) {
        Map<String, Integer> counts = new HashMap<>();
        for (Denial denial : Denial.sorted(topology.denials())) {
            for (Permission.Opening opening : denial.openings()) {
                int count = counts.merge(denial.text(), 1, Integer::sum);
                String id = denial.text() + (count > 1 ? " (" + count + ")" : "");
                entries.add(new Entry(id, denial.sources(), opening.targets(), opening.ports()));
            }
        }
        for (Direction direction : Direction.values()) {
            Map<Workload, Set<Integer>> byWorkload = new HashMap<>();
            List<Integer> rest = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                index(entries.get(i).ends(direction), i, byWorkload, rest);
            }
            ofWorkloads.put(direction, byWorkload);
            others.put(direction, rest);
        }
    }

    private static void index(List<Peer> ends, int number, Map<Workload, Set<Integer>> byWorkload, List<Integer> rest) {
        boolean areWorkloads = true;
        for (Peer end : ends) {
            Optional<Workload> workload = apart(end);
            workload.ifPresent(
                    it -> byWorkload.computeIfAbsent(it, w -> new TreeSet<>()).add(number));
            areWorkloads &= workload.isPresent();
        }
        if (!areWorkloads) {
            rest.add(number);
        }
    }

    /** A workload that is known by the label that tells workloads apart: its pods are no other such workload's. */
    private static Optional<Workload> apart(Peer peer) {
        return peer.asPods()
                .flatMap(Peer.Pods::workload)
                .filter(workload -> workload.selector().requirements().stream()
                        .allMatch(it -> it.key().equals(Workload.APP_LABEL) && it.isEquality()));
    }

    static DeniedEnds of(Topology topology) {
        return new DeniedEnds(topology);
    }

    /** All of them, in an order that does not depend on that of the source. */
    List<Entry> entries() {
        return entries;
    }

    /** Those that may be about some of these. */
    List<Entry> about(List<Peer> peers, Direction direction) {
        Set<Integer> numbers = new TreeSet<>();
        for (Peer peer : peers) {
            Optional<Workload> workload = apart(peer);
            Map<Workload, Set<Integer>> byWorkload = ofWorkloads.getOrDefault(direction, Map.of());
            List<Integer> rest = new ArrayList<>(others.getOrDefault(direction, List.of()));
            if (workload.isPresent()) {
                numbers.addAll(byWorkload.getOrDefault(workload.get(), Set.of()));
            } else {
                byWorkload.values().forEach(rest::addAll);
            }
            for (int number : rest) {
                if (entries.get(number).ends(direction).stream().anyMatch(end -> mayMeet(peer, end))) {
                    numbers.add(number);
                }
            }
        }
        return numbers.stream().map(entries::get).toList();
    }

    private static boolean mayMeet(Peer one, Peer other) {
        return one.fold(
                pods -> other.fold(others -> mayMeet(pods, others), Peer.Addresses::mayBePods, anyone -> true),
                addresses -> other.fold(
                        pods -> addresses.mayBePods(),
                        others -> addresses.range().contains(others.range())
                                || others.range().contains(addresses.range()),
                        anyone -> true),
                anyone -> true);
    }

    /** By their selectors: a denial holds of whatever pod carries the labels, as it does in the file. */
    private static boolean mayMeet(Peer.Pods one, Peer.Pods other) {
        return mayMeet(one.namespaces(), other.namespaces())
                && !one.selector().and(other.selector()).isContradiction();
    }

    private static boolean mayMeet(Namespaces one, Namespaces other) {
        return one.fold(
                first -> other.fold(
                        second -> first.namespace().equals(second.namespace()),
                        second -> isIn(first.namespace(), second)),
                first -> other.fold(second -> isIn(second.namespace(), first), second -> true));
    }

    private static boolean isIn(Namespace namespace, Namespaces.Matching matching) {
        return namespace.selectedBy(matching.selector()).orElse(true);
    }
}
