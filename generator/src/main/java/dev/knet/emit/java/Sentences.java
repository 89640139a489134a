package dev.knet.emit.java;

import dev.knet.model.Denial;
import dev.knet.model.Direction;
import dev.knet.model.DnsClients;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Isolation;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which sentences let something into or out of each thing: a workload, or a namespace if they are about its pods in
 * general. Just the sentences behind the rules of its policies, and those that name it.
 */
final class Sentences {
    private final IsolatedPods isolated;
    private final Map<Direction, Map<Object, SortedSet<String>>> permissions = new EnumMap<>(Direction.class);
    private final Map<Direction, Map<Object, SortedSet<String>>> denials = new EnumMap<>(Direction.class);
    private final Map<Object, SortedSet<String>> isolations = new HashMap<>();

    private final Set<Peer.Pods> dnsClients;

    private Sentences(Topology topology) {
        isolated = IsolatedPods.of(topology);
        dnsClients = DnsClients.of(topology, isolated);
        permissions.put(Direction.INGRESS, new HashMap<>());
        permissions.put(Direction.EGRESS, new HashMap<>());
        denials.put(Direction.INGRESS, new HashMap<>());
        denials.put(Direction.EGRESS, new HashMap<>());
        topology.permissions().forEach(this::add);
        topology.isolations().forEach(this::add);
        topology.denials().forEach(this::add);
    }

    static Sentences of(Topology topology) {
        return new Sentences(topology);
    }

    private void add(Isolation isolation) {
        isolation.subjects().forEach(subject -> add(isolations, subject, isolation.text()));
    }

    /** Of those that it names, or of pods of one namespace. */
    private void add(Denial denial) {
        denial.openings().forEach(opening -> add(Direction.INGRESS, opening.targets(), denial));
        add(Direction.EGRESS, denial.sources(), denial);
    }

    private void add(Direction direction, List<Peer> ends, Denial denial) {
        Map<Object, SortedSet<String>> sentences = Objects.requireNonNull(denials.get(direction));
        for (Peer end : ends) {
            end.asPods()
                    .filter(pods -> pods.namespace().isPresent())
                    .ifPresent(pods -> add(sentences, pods, denial.text()));
        }
    }

    private void add(Permission permission) {
        for (Permission.Opening opening : permission.openings()) {
            add(Direction.INGRESS, opening.targets(), permission);
            add(Direction.EGRESS, permission.sources(), permission);
        }
    }

    private void add(Direction direction, List<Peer> ends, Permission permission) {
        boolean areSubjects = permission.isolates() == direction;
        Map<Object, SortedSet<String>> sentences = Objects.requireNonNull(permissions.get(direction));
        for (Peer end : ends) {
            boolean isNamed = end.fold(pods -> pods.workload().isPresent(), addresses -> false, anyone -> false);
            if (isNamed || areSubjects) {
                end.fold(pods -> add(sentences, pods, permission.text()), addresses -> false, anyone -> false);
            } else {
                isolated.in(direction, end).pods().forEach(pods -> add(sentences, pods, permission.text()));
            }
        }
    }

    private static boolean add(Map<Object, SortedSet<String>> sentences, Peer.Pods pods, String text) {
        Object thing = pods.workload().isPresent()
                ? pods.workload().get()
                : pods.namespace().orElseThrow();
        return sentences.computeIfAbsent(thing, t -> new TreeSet<>()).add(text);
    }

    /** What may pass it in this direction; of a workload without what is about all of its namespace. */
    SortedSet<String> permitting(Direction direction, Object thing) {
        return Objects.requireNonNull(permissions.get(direction)).getOrDefault(thing, Collections.emptySortedSet());
    }

    /** What is never to be, whatever is permitted; of a workload without what is about all of its namespace. */
    SortedSet<String> denying(Object thing) {
        SortedSet<String> all = new TreeSet<>();
        for (Map<Object, SortedSet<String>> sentences : denials.values()) {
            all.addAll(sentences.getOrDefault(thing, Collections.emptySortedSet()));
        }
        return all;
    }

    /** All about a namespace's pods in general. */
    SortedSet<String> about(Namespace namespace) {
        SortedSet<String> all = new TreeSet<>(isolations.getOrDefault(namespace, Collections.emptySortedSet()));
        all.addAll(permitting(Direction.INGRESS, namespace));
        all.addAll(permitting(Direction.EGRESS, namespace));
        all.addAll(denying(namespace));
        return all;
    }

    /** Whether it may reach the cluster's DNS because it may reach something else. */
    boolean isDnsClient(Workload workload) {
        return dnsClients.contains(Peer.Pods.of(workload));
    }

    boolean isIsolated(Direction direction, Workload workload) {
        return !isolated.in(direction, Peer.Pods.of(workload)).pods().isEmpty();
    }
}
