package dev.knet.reach.policy;

import dev.knet.reach.objects.PolicyObject.Port;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of all policies in one direction, by their targets: for ingress these are whom the policy selects, for egress
 * the rule's peers. Rules of one step with the same targets or the same sources, and the same ports, are one.
 */
final class RuleIndex {
    /** Where a rule has more targets than this part of everybody, asking it costs less than listing them. */
    private static final int FEW = 8;

    private static final Comparator<Opening> IN_ORDER =
            Comparator.comparingInt(it -> it.step().number());

    private final List<Opening> openings;
    private final int[][] byTarget;
    private final List<Opening> wide = new ArrayList<>();
    private final boolean hasSteps;

    /**
     * What becomes of connections of these sources to those targets on any of the ports, as far as this direction goes; no
     * ports are all.
     */
    record Opening(Step step, BitSet sources, BitSet targets, List<Port> ports) {}

    private RuleIndex(List<Opening> openings, int size) {
        this.openings = openings;
        this.hasSteps = openings.stream().map(Opening::step).distinct().count() > 1;
        int[] counts = new int[size];
        List<Integer> narrow = new ArrayList<>();
        for (int i = 0; i < openings.size(); i++) {
            BitSet targets = openings.get(i).targets;
            if (targets.cardinality() > Math.max(1, size / FEW)) {
                wide.add(openings.get(i));
            } else {
                narrow.add(i);
                targets.stream().forEach(target -> counts[target]++);
            }
        }
        this.byTarget = new int[size][];
        for (int i = 0; i < size; i++) {
            byTarget[i] = new int[counts[i]];
        }
        for (int opening : narrow) {
            openings.get(opening).targets.stream().forEach(target -> byTarget[target][--counts[target]] = opening);
        }
    }

    /** Those that are about a target, in the order of their steps. */
    List<Opening> into(int target) {
        List<Opening> found = new ArrayList<>(byTarget[target].length);
        for (int opening : byTarget[target]) {
            found.add(openings.get(opening));
        }
        for (Opening opening : wide) {
            if (opening.targets.get(target)) {
                found.add(opening);
            }
        }
        if (hasSteps) {
            found.sort(IN_ORDER);
        }
        return found;
    }

    /** On which side of which openings an endpoint is. */
    BitSet mentioning(int endpoint) {
        BitSet mentioning = new BitSet();
        for (int i = 0; i < openings.size(); i++) {
            mentioning.set(2 * i, openings.get(i).sources.get(endpoint));
            mentioning.set(2 * i + 1, openings.get(i).targets.get(endpoint));
        }
        return mentioning;
    }

    /** Gathers rules and joins those that can be. */
    static final class Builder {
        private final Map<Half, BitSet> bySources = new LinkedHashMap<>();

        /** One side of a rule and its ports. */
        private record Half(Step step, BitSet side, List<Port> ports) {}

        void add(Step step, BitSet sources, BitSet targets, List<Port> ports) {
            if (!sources.isEmpty() && !targets.isEmpty()) {
                bySources
                        .computeIfAbsent(new Half(step, sources, ports), none -> new BitSet())
                        .or(targets);
            }
        }

        RuleIndex build(int size) {
            Map<Half, BitSet> byTargets = new HashMap<>();
            bySources.forEach((half, targets) -> byTargets
                    .computeIfAbsent(new Half(half.step, targets, half.ports), none -> new BitSet())
                    .or(half.side));
            List<Opening> openings = new ArrayList<>();
            byTargets.forEach((half, sources) -> openings.add(new Opening(half.step, sources, half.side, half.ports)));
            return new RuleIndex(openings, size);
        }
    }
}
