package dev.knet.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which pods a topology isolates, and so where the other end of a permission must be opened too: derived once from its
 * statements.
 */
public final class IsolatedPods {
    private final Map<Direction, Side> sides = new EnumMap<>(Direction.class);
    private final Ownership ownership;

    private IsolatedPods(Ownership ownership) {
        this.ownership = ownership;
        for (Direction direction : Direction.values()) {
            sides.put(direction, new Side());
        }
    }

    public static IsolatedPods of(Topology topology) {
        IsolatedPods isolated = new IsolatedPods(Ownership.of(topology));
        for (Isolation isolation : topology.isolations()) {
            for (Direction direction : isolation.directions()) {
                isolation.subjects().forEach(isolated.side(direction)::add);
            }
        }
        for (Permission permission : topology.permissions()) {
            Side side = isolated.side(permission.isolates());
            for (Peer subject : permission.subjects()) {
                Optional<Peer.Pods> pods = subject.asPods();
                if (pods.isPresent() && isolated.ownership.owns(pods.get())) {
                    side.add(pods.get());
                }
            }
        }
        return isolated;
    }

    /** What of a peer is isolated in this direction. */
    public Isolated in(Direction direction, Peer peer) {
        return side(direction).known.computeIfAbsent(peer, side(direction)::find);
    }

    /** Whether all of a peer is isolated in this direction; what is outside the cluster never is. */
    public boolean contains(Direction direction, Peer peer) {
        if (!(peer instanceof Peer.Pods pods)) {
            return false;
        }
        List<Peer.Pods> open = List.of(pods);
        for (Peer.Pods set : in(direction, peer).pods()) {
            List<Peer.Pods> rest = new ArrayList<>();
            PodCuts cuts = new PodCuts();
            for (Peer.Pods part : open) {
                rest.addAll(cuts.ofPeer(part, set).outside());
                if (!cuts.obstacles().isEmpty()) {
                    return false;
                }
            }
            open = rest;
        }
        return open.isEmpty();
    }

    /** Whether one of the isolated sets has all of a peer; several together may have it all the same. */
    public boolean containsAtOnce(Direction direction, Peer peer) {
        return peer instanceof Peer.Pods pods
                && pods.namespace().isPresent()
                && in(direction, peer).pods().contains(pods);
    }

    /**
     * The pods at one end of a permission that need a rule for it: its own subjects, which it isolates, and of the other
     * end, or of subjects that belong to another topology, whatever is isolated anyway.
     */
    public Set<Peer.Pods> ends(Permission permission, Direction direction, List<Peer> peers) {
        Set<Peer.Pods> ends = new LinkedHashSet<>();
        for (Peer peer : peers) {
            Optional<Peer.Pods> pods = peer.asPods();
            if (permission.isolates() == direction && pods.isPresent() && ownership.owns(pods.get())) {
                ends.add(pods.get());
            } else {
                ends.addAll(in(direction, peer).pods());
            }
        }
        return ends;
    }

    private Side side(Direction direction) {
        return Objects.requireNonNull(sides.get(direction));
    }

    /**
     * The isolated part of a peer, as sets of pods of one namespace each, and those of which it cannot be told whether
     * the peer has a part in them.
     */
    public record Isolated(List<Peer.Pods> pods, List<Peer.Pods> undecided) {
        public Isolated {
            pods = List.copyOf(pods);
            undecided = List.copyOf(undecided);
        }
    }

    /** One direction. A namespace that is isolated as a whole has no other sets. */
    private static final class Side {
        private final Map<Namespace, Set<Peer.Pods>> selections = new LinkedHashMap<>();
        private final Map<Namespace, Set<Workload>> workloads = new LinkedHashMap<>();
        private final Set<Namespace> whole = new HashSet<>();
        private final Map<Peer, Isolated> known = new HashMap<>();

        void add(Peer.Pods pods) {
            Namespace namespace = pods.namespace().orElseThrow();
            if (whole.contains(namespace)) {
                return;
            }
            if (pods.workload().isPresent()) {
                workloads
                        .computeIfAbsent(namespace, n -> new LinkedHashSet<>())
                        .add(pods.workload().get());
                return;
            }
            if (pods.selector().isEverything()) {
                whole.add(namespace);
                workloads.remove(namespace);
                selections.remove(namespace);
            }
            selections.computeIfAbsent(namespace, n -> new LinkedHashSet<>()).add(pods);
        }

        Isolated find(Peer peer) {
            return peer.fold(
                    this::find,
                    addresses -> new Isolated(List.of(), List.of()),
                    anyone -> find(Peer.Pods.of(Namespaces.ALL, Selector.EVERYTHING)));
        }

        private Isolated find(Peer.Pods pods) {
            Search search = new Search(pods);
            pods.namespaces().fold(one -> search.look(one.namespace(), true), matching -> {
                Set<Namespace> all = new LinkedHashSet<>(selections.keySet());
                all.addAll(workloads.keySet());
                for (Namespace namespace : all) {
                    Optional<Boolean> decided = namespace.selectedBy(matching.selector());
                    search.look(namespace, decided.isEmpty() ? null : decided.get());
                }
                return search;
            });
            return search.found();
        }

        /** Looks for the parts of one set of pods among the isolated sets. */
        private final class Search {
            private final Peer.Pods wanted;
            private final Set<Peer.Pods> found = new LinkedHashSet<>();
            private final Set<Peer.Pods> undecided = new LinkedHashSet<>();

            Search(Peer.Pods wanted) {
                this.wanted = wanted;
            }

            Isolated found() {
                return new Isolated(new ArrayList<>(found), new ArrayList<>(undecided));
            }

            Search look(Namespace namespace, @Nullable Boolean isMeant) {
                Set<Peer.Pods> target = isMeant == null ? undecided : found;
                if (isMeant == null || isMeant) {
                    lookAmongWorkloads(namespace, target);
                    for (Peer.Pods set : selections.getOrDefault(namespace, Set.of())) {
                        PodSets.common(wanted, set).ifPresent(target::add);
                    }
                }
                return this;
            }

            private void lookAmongWorkloads(Namespace namespace, Set<Peer.Pods> target) {
                Set<Workload> isolated = workloads.getOrDefault(namespace, Set.of());
                if (wanted.workload().isPresent()) {
                    if (isolated.contains(wanted.workload().get())) {
                        target.add(wanted);
                    }
                    return;
                }
                for (Workload workload : isolated) {
                    PodSets.common(wanted, Peer.Pods.of(workload)).ifPresent(target::add);
                }
            }
        }
    }
}
