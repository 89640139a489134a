package dev.knet.reach;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.PodsObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Workloads in the place of strangers that are just like them, as far as policies see. What changes for such a stranger is
 * said already where the same changes for the workload, such as for one that is new.
 */
final class StandIns {
    private final Map<End.Stranger, List<End>> workloads = new HashMap<>();
    private final Map<List<String>, List<Change>> byEnds = new HashMap<>();

    private StandIns() {}

    /**
     * Of pods that are in some state of a cluster.
     *
     * @param keys of the labels that policies see
     */
    static StandIns of(Collection<ClusterObjects> states, Set<String> keys) {
        StandIns standIns = new StandIns();
        for (ClusterObjects state : states) {
            state.pods().stream().filter(it -> !it.hostNetwork()).forEach(it -> standIns.add(it, keys));
        }
        return standIns;
    }

    private void add(PodsObject pods, Set<String> keys) {
        Map<String, String> labels = pods.labelsOf(keys);
        workloads
                .computeIfAbsent(new End.Stranger(pods.namespace(), Map.of(), labels), none -> new ArrayList<>())
                .add(new End.Workload(pods.namespace(), pods.name(), pods.kind()));
    }

    /** Those that no other one of them says too. */
    List<Change> withoutRepetition(List<Change> changes) {
        changes.forEach(it -> byEnds.computeIfAbsent(names(it.from(), it.to()), none -> new ArrayList<>())
                .add(it));
        return changes.stream().filter(it -> !isSaid(it)).toList();
    }

    /** Of some workload at least as much must be said, or something would be lost. */
    private boolean isSaid(Change change) {
        for (End from : inPlaceOf(change.from())) {
            for (End to : inPlaceOf(change.to())) {
                boolean isOther = !from.equals(change.from()) || !to.equals(change.to());
                if (isOther
                        && byEnds.getOrDefault(names(from, to), List.of()).stream()
                                .anyMatch(it -> saysMore(it, change))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Itself, and who may stand in for it. */
    private List<End> inPlaceOf(End end) {
        List<End> ends = new ArrayList<>(List.of(end));
        if (end instanceof End.Stranger stranger) {
            ends.addAll(workloads.getOrDefault(
                    new End.Stranger(stranger.namespace(), Map.of(), stranger.labels()), List.of()));
        }
        return ends;
    }

    private static boolean saysMore(Change more, Change less) {
        return isWithin(less.from(), more.from())
                && isWithin(less.to(), more.to())
                && less.added().minus(more.added()).isEmpty()
                && less.removed().minus(more.removed()).isEmpty();
    }

    private static boolean isWithin(End part, End whole) {
        return !(part instanceof End.External one)
                || !(whole instanceof End.External other)
                || other.range().and(one.range()).filter(one.range()::equals).isPresent();
    }

    /** Addresses have none: each list cuts them as it likes. */
    private static List<String> names(End from, End to) {
        return List.of(name(from), name(to));
    }

    private static String name(End end) {
        return end instanceof End.External ? "" : end.text();
    }
}
