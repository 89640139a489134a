package dev.knet.reach;

import dev.knet.reach.Claim.CounterExample;
import dev.knet.reach.Claim.Nobody;
import dev.knet.reach.Claim.Objection;
import dev.knet.reach.Claim.TooMany;
import dev.knet.reach.Claim.Verdict;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.policy.Direction;
import dev.knet.reach.policy.Queries;
import dev.knet.reach.space.PortSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether claims hold of a cluster. That some pods can connect is asked of the pods there are; that nobody can, of every
 * sort of pod that could run in the cluster too.
 */
public final class Claims {
    private final Reachability cluster;

    private Claims(Reachability cluster) {
        this.cluster = cluster;
    }

    /** The verdicts, in the order of the claims. */
    public static List<Verdict> check(ClusterObjects objects, List<Claim> claims) {
        Queries queries = Queries.of(objects.policies());
        for (Claim claim : claims) {
            claim.sources().forEach(selection -> read(selection, queries));
            claim.targets().forEach(selection -> read(selection, queries));
            claim.ports().forEach(queries::add);
        }
        Reachability known = Reachability.of(objects, queries, true, Set.of());
        Set<End.Stranger> strangers = new LinkedHashSet<>();
        List<Optional<Collection<End.Stranger>>> conceivable = new ArrayList<>();
        for (Claim claim : claims) {
            Optional<Collection<End.Stranger>> its = new Claims(known).conceivable(claim);
            conceivable.add(its);
            its.ifPresent(strangers::addAll);
        }
        Claims all = new Claims(Reachability.of(objects, queries, true, strangers));
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Optional<Objection> objection = conceivable.get(i).isEmpty()
                    ? Optional.of(new TooMany())
                    : all.objection(claims.get(i), conceivable.get(i).get());
            verdicts.add(new Verdict(claims.get(i), objection));
        }
        return verdicts;
    }

    private static void read(Selection selection, Queries queries) {
        if (selection instanceof Selection.Pods pods) {
            queries.add(pods.pods());
        } else if (selection instanceof Selection.Addresses addresses) {
            queries.add(addresses.range());
            addresses.except().forEach(queries::add);
        }
    }

    private Optional<Collection<End.Stranger>> conceivable(Claim claim) {
        ClusterObjects objects = cluster.objects();
        Set<End.Stranger> all = new LinkedHashSet<>();
        for (Direction side : Direction.values()) {
            boolean isSource = side == Direction.EGRESS;
            List<Selection> meant = isSource ? claim.sources() : claim.targets();
            List<Selection> others = isSource ? claim.targets() : claim.sources();
            Direction decisive = isSource ? Direction.INGRESS : Direction.EGRESS;
            BitSet other = endpoints(others);
            Optional<Collection<End.Stranger>> found = Conceivable.of(
                    objects,
                    meant,
                    cluster.enforcement().selecting(other, decisive),
                    cluster.enforcement().openingTo(other, side),
                    side);
            if (found.isEmpty()) {
                return found;
            }
            all.addAll(found.get());
        }
        return Optional.of(all);
    }

    private BitSet endpoints(List<Selection> selections) {
        BitSet endpoints = new BitSet();
        for (int end : ends(selections, Set.of(), true)) {
            cluster.universe().endpointsOf(end).forEach(endpoints::set);
        }
        return endpoints;
    }

    /** Those that are meant, of what there is and of these strangers; or all others. */
    private List<Integer> ends(List<Selection> selections, Collection<End.Stranger> strangers, boolean isMeant) {
        List<Integer> ends = new ArrayList<>();
        List<End> all = cluster.universe().ends();
        for (int i = 0; i < all.size(); i++) {
            int end = i;
            boolean isThere = !(all.get(i) instanceof End.Stranger stranger) || strangers.contains(stranger);
            if (isThere
                    && isMeant
                            == selections.stream()
                                    .anyMatch(it -> cluster.universe().selects(it, end))) {
                ends.add(i);
            }
        }
        return ends;
    }

    private Optional<Objection> objection(Claim claim, Collection<End.Stranger> conceivable) {
        List<Integer> sources = there(claim.sources(), conceivable);
        List<Integer> targets = there(claim.targets(), conceivable);
        if (sources.isEmpty() || targets.isEmpty()) {
            return Optional.of(new Nobody(sources.isEmpty()));
        }
        return switch (claim.kind()) {
            case REACHES -> firstClosed(claim, sources, targets);
            case CANNOT_REACH ->
                firstOpen(
                        claim,
                        ends(claim.sources(), conceivable, true),
                        ends(claim.targets(), conceivable, true),
                        false);
            case ONLY ->
                firstClosed(claim, sources, targets)
                        .or(() -> firstOpen(claim, ends(claim.sources(), conceivable, false), targets, true));
        };
    }

    /** Those that are meant among what there is; only if that is nobody, those that could be. */
    private List<Integer> there(List<Selection> selections, Collection<End.Stranger> conceivable) {
        List<Integer> known = ends(selections, Set.of(), true);
        return known.isEmpty() ? ends(selections, conceivable, true) : known;
    }

    private Optional<Objection> firstClosed(Claim claim, List<Integer> sources, List<Integer> targets) {
        for (int target : targets) {
            for (int place : cluster.universe().endpointsOf(target)) {
                PortSet wanted = cluster.enforcement().resolved(claim.ports(), place);
                var open = cluster.enforcement().into(place).byPorts();
                for (int source : sources) {
                    for (int from : cluster.universe().endpointsOf(source)) {
                        PortSet closed = wanted;
                        for (var entry : open.entrySet()) {
                            closed = entry.getValue().get(from) ? closed.minus(entry.getKey()) : closed;
                        }
                        // A name that the target does not give to any port is nothing that can be reached.
                        if (areJudged(source, target) && (!closed.isEmpty() || wanted.isEmpty())) {
                            return Optional.of(example(source, target, false, closed));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Objection> firstOpen(
            Claim claim, List<Integer> sources, List<Integer> targets, boolean exceptItself) {
        for (int target : targets) {
            for (int place : cluster.universe().endpointsOf(target)) {
                PortSet unwanted = cluster.enforcement().resolved(claim.ports(), place);
                for (var entry : cluster.enforcement().into(place).byPorts().entrySet()) {
                    PortSet open = entry.getKey().and(unwanted);
                    for (int source : open.isEmpty() ? List.<Integer>of() : sources) {
                        boolean isOpen =
                                cluster.universe().endpointsOf(source).stream().anyMatch(entry.getValue()::get);
                        if (isOpen && areJudged(source, target) && !(exceptItself && source == target)) {
                            return Optional.of(example(source, target, true, open));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What is outside the cluster at both ends is none of its business, and an address and itself neither. */
    private boolean areJudged(int source, int target) {
        List<End> ends = cluster.universe().ends();
        return !(ends.get(source) instanceof End.External && ends.get(target) instanceof End.External);
    }

    private CounterExample example(int source, int target, boolean canConnect, PortSet ports) {
        End from = cluster.universe().ends().get(source);
        End to = cluster.universe().ends().get(target);
        return new CounterExample(from, to, canConnect, ports, cluster.explain(from, to));
    }
}
