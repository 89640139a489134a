package dev.knet.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of some pods other pods are, by what is known of their labels; what is not known stays in the selectors. */
final class PodCuts {
    private final Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);

    /** What has stood in the way of the last cut. */
    Set<Obstacle> obstacles() {
        return obstacles;
    }

    /** Of a peer, which may be narrowed to namespaces by their labels. */
    Cut<Peer.Pods> ofPeer(Peer.Pods pods, Peer.Pods other) {
        obstacles.clear();
        Cut<Namespaces> where = pods.namespaces()
                .fold(
                        one -> other.namespaces().fold(its -> same(one, its), matching -> oneOfMatching(one, matching)),
                        matching -> other.namespaces()
                                .fold(one -> matchingOfOne(matching, one), its -> bothMatching(matching, its)));
        return cut(pods, other, where);
    }

    /** Of pods for which there is a policy: these stay in their namespace, whose labels a policy cannot ask for. */
    Cut<Peer.Pods> ofEnd(Peer.Pods pods, Peer.Pods other) {
        obstacles.clear();
        Namespace namespace = pods.namespace().orElseThrow();
        Optional<Boolean> meant = other.namespaces()
                .fold(
                        one -> Optional.of(one.namespace().equals(namespace)),
                        matching -> namespace.selectedBy(matching.selector()));
        if (meant.isEmpty()) {
            obstacles.add(Obstacle.UNKNOWN_NAMESPACE);
        }
        return meant.orElse(true) ? cut(pods, other, Cut.inside(pods.namespaces())) : Cut.outside(pods);
    }

    private static Cut<Namespaces> same(Namespaces.One one, Namespaces.One other) {
        return one.namespace().equals(other.namespace()) ? Cut.inside(one) : Cut.outside(one);
    }

    private Cut<Namespaces> oneOfMatching(Namespaces.One one, Namespaces.Matching other) {
        Optional<Boolean> meant = one.namespace().selectedBy(other.selector());
        if (meant.isPresent()) {
            return meant.get() ? Cut.inside(one) : Cut.outside(one);
        }
        if (one.namespace().isOutside()) {
            obstacles.add(Obstacle.UNKNOWN_NAMESPACE);
            return Cut.inside(one);
        }
        return bothMatching(named(one.namespace()), other);
    }

    private Cut<Namespaces> matchingOfOne(Namespaces.Matching matching, Namespaces.One other) {
        Optional<Boolean> meant = other.namespace().selectedBy(matching.selector());
        if (meant.isPresent() && !meant.get()) {
            return Cut.outside(matching);
        }
        if (other.namespace().isOutside()) {
            obstacles.add(Obstacle.NAMELESS_NAMESPACE);
            return Cut.inside(matching);
        }
        Cut<Namespaces> cut = bothMatching(matching, named(other.namespace()));
        return meant.isPresent() ? new Cut<>(List.of(other), cut.outside()) : cut;
    }

    private static Namespaces.Matching named(Namespace namespace) {
        return new Namespaces.Matching(
                new Selector(List.of(Requirement.equal(Namespace.NAME_LABEL, namespace.name()))));
    }

    private static Cut<Namespaces> bothMatching(Namespaces.Matching one, Namespaces.Matching other) {
        Optional<Selector> both = Conjunction.both(one.selector(), other.selector());
        if (both.isEmpty()) {
            return Cut.outside(one);
        }
        List<Namespaces> outside = new ArrayList<>();
        for (Selector selector : Conjunction.less(one.selector(), other.selector())) {
            outside.add(new Namespaces.Matching(selector));
        }
        return outside.isEmpty() ? Cut.inside(one) : new Cut<>(List.of(new Namespaces.Matching(both.get())), outside);
    }

    private static Cut<Peer.Pods> cut(Peer.Pods pods, Peer.Pods other, Cut<Namespaces> where) {
        List<Peer.Pods> inside = new ArrayList<>();
        List<Peer.Pods> outside = new ArrayList<>();
        for (Namespaces namespaces : where.inside()) {
            Peer.Pods here = namespaces.equals(pods.namespaces()) ? pods : Peer.Pods.of(namespaces, pods.selector());
            Cut<Peer.Pods> cut = inOneScope(here, other);
            inside.addAll(cut.inside());
            outside.addAll(cut.outside());
        }
        if (inside.isEmpty()) {
            return Cut.outside(pods);
        }
        for (Namespaces namespaces : where.outside()) {
            outside.add(Peer.Pods.of(namespaces, pods.selector()));
        }
        return new Cut<>(inside, outside);
    }

    /**
     * Of pods whose namespaces the other means all. A selection is kept apart from a workload by the selectors, even if the
     * workload's labels are known not to be selected: what is never to be stays so for pods that are only taken for it.
     */
    private static Cut<Peer.Pods> inOneScope(Peer.Pods pods, Peer.Pods other) {
        if (pods.workload().isPresent() && pods.workload().equals(other.workload())) {
            return Cut.inside(pods);
        }
        Optional<Boolean> known =
                pods.workload().isPresent() ? pods.workload().get().selectedBy(other.selector()) : Optional.empty();
        if (known.isPresent()) {
            return known.get() ? Cut.inside(pods) : Cut.outside(pods);
        }
        Optional<Selector> both = Conjunction.both(pods.selector(), other.selector());
        if (both.isEmpty()) {
            return Cut.outside(pods);
        }
        List<Peer.Pods> outside = new ArrayList<>();
        for (Selector selector : Conjunction.less(pods.selector(), asked(pods, other.selector()))) {
            outside.add(Peer.Pods.of(pods.namespaces(), selector));
        }
        if (outside.isEmpty()) {
            return Cut.inside(pods);
        }
        boolean isWorkload = other.namespaces().equals(pods.namespaces())
                && other.workload()
                        .flatMap(it -> it.selectedBy(pods.selector()))
                        .orElse(false);
        return new Cut<>(List.of(isWorkload ? other : Peer.Pods.of(pods.namespaces(), both.get())), outside);
    }

    /** Of a workload whose labels are known, what must be asked is only the rest. */
    private static Selector asked(Peer.Pods pods, Selector selector) {
        if (pods.workload().isEmpty()) {
            return selector;
        }
        List<Requirement> open = new ArrayList<>();
        for (Requirement requirement : selector.requirements()) {
            Selector alone = new Selector(List.of(requirement));
            if (pods.workload().get().selectedBy(alone).isEmpty()) {
                open.add(requirement);
            }
        }
        return new Selector(open);
    }
}
