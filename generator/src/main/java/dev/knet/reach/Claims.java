package dev.knet.reach;

import dev.knet.reach.Claim.CounterExample;
import dev.knet.reach.Claim.Nobody;
import dev.knet.reach.Claim.Objection;
import dev.knet.reach.Claim.TooMany;
import dev.knet.reach.Claim.Verdict;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.policy.Direction;
import dev.knet.reach.policy.Enforcement;
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

    /** What is open for certain, which is what "can" is asked of; "cannot" is asked of what may be open. */
    private final Enforcement certain;

    private Claims(Reachability cluster) {
        this.cluster = cluster;
        this.certain = cluster.atLeast();
    }

    /** The verdicts, in the order of the claims. */
    public static List<Verdict> check(ClusterObjects objects, List<Claim> claims) {
        Queries queries = Queries.of(objects);
        for (Claim claim : claims) {
            claim.sources().forEach(selection -> read(selection, queries));
            claim.targets().forEach(selection -> read(selection, queries));
            claim.ports().forEach(queries::add);
        }
        Reachability known = Reachability.of(objects, queries, true, Strangers.thoroughly(List.of(objects)));
        Set<End.Stranger> strangers = new LinkedHashSet<>();
        List<Optional<Collection<End.Stranger>>> conceivable = new ArrayList<>();
        Claims preliminary = new Claims(known);
        for (Claim claim : claims) {
            Optional<Collection<End.Stranger>> its = preliminary.conceivable(claim);
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
                    natives(other, decisive),
                    side);
            if (found.isEmpty()) {
                return found;
            }
            all.addAll(found.get());
        }
        return Optional.of(all);
    }

    /** Those that decide at the other end, and all that could decide at this one. */
    private Conceivable.Natives natives(BitSet other, Direction decisive) {
        return new Conceivable.Natives(
                cluster.enforcement().nativesSelecting(other, decisive),
                cluster.objects().natives());
    }

    private BitSet endpoints(List<Selection> selections) {
        BitSet endpoints = new BitSet();
        Set<End.Stranger> all = new LinkedHashSet<>();
        for (End end : cluster.universe().ends()) {
            end.fold(workload -> false, external -> false, all::add);
        }
        parties(selections, all, true).forEach(party -> endpoints.set(party.endpoint));
        return endpoints;
    }

    /** One sort of pods of an end, or addresses. */
    private record Party(int end, int endpoint) {}

    /** Those that are meant, of what there is and of these strangers; or all others. */
    private List<Party> parties(List<Selection> selections, Collection<End.Stranger> strangers, boolean isMeant) {
        List<Party> parties = new ArrayList<>();
        Universe universe = cluster.universe();
        for (int end = 0; end < universe.ends().size(); end++) {
            if (!(universe.ends().get(end) instanceof End.Stranger stranger) || strangers.contains(stranger)) {
                for (int endpoint : universe.endpointsOf(end)) {
                    Party party = new Party(end, endpoint);
                    if (isMeant == isOneOf(selections, party)) {
                        parties.add(party);
                    }
                }
            }
        }
        return parties;
    }

    private boolean isOneOf(List<Selection> selections, Party party) {
        for (Selection selection : selections) {
            if (cluster.universe().selects(selection, party.end, party.endpoint)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Objection> objection(Claim claim, Collection<End.Stranger> conceivable) {
        List<Party> sources = there(claim.sources(), conceivable);
        List<Party> targets = there(claim.targets(), conceivable);
        if (sources.isEmpty() || targets.isEmpty()) {
            return Optional.of(new Nobody(sources.isEmpty()));
        }
        return switch (claim.kind()) {
            case REACHES -> firstClosed(claim, sources, targets);
            case CANNOT_REACH ->
                firstOpen(
                        claim,
                        parties(claim.sources(), conceivable, true),
                        parties(claim.targets(), conceivable, true));
            case ONLY ->
                firstClosed(claim, sources, targets)
                        .or(() -> firstOpen(claim, parties(claim.sources(), conceivable, false), targets));
        };
    }

    /** Those that are meant among what there is; only if that is nobody, those that could be. */
    private List<Party> there(List<Selection> selections, Collection<End.Stranger> conceivable) {
        List<Party> known = parties(selections, Set.of(), true);
        return known.isEmpty() ? parties(selections, conceivable, true) : known;
    }

    private Optional<Objection> firstClosed(Claim claim, List<Party> sources, List<Party> targets) {
        for (Party target : targets) {
            PortSet wanted = cluster.enforcement().resolved(claim.ports(), target.endpoint);
            var open = certain.into(target.endpoint).byPorts();
            for (Party source : sources) {
                PortSet closed = wanted;
                for (var entry : open.entrySet()) {
                    closed = entry.getValue().get(source.endpoint) ? closed.minus(entry.getKey()) : closed;
                }
                // A name that the target does not give to any port is nothing that can be reached.
                if (areJudged(claim, source, target) && (!closed.isEmpty() || wanted.isEmpty())) {
                    return Optional.of(example(source, target, false, closed));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Objection> firstOpen(Claim claim, List<Party> sources, List<Party> targets) {
        for (Party target : targets) {
            PortSet unwanted = cluster.enforcement().resolved(claim.ports(), target.endpoint);
            for (var entry :
                    cluster.enforcement().into(target.endpoint).byPorts().entrySet()) {
                PortSet open = entry.getKey().and(unwanted);
                for (Party source : open.isEmpty() ? List.<Party>of() : sources) {
                    if (entry.getValue().get(source.endpoint) && areJudged(claim, source, target)) {
                        return Optional.of(example(source, target, true, open));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * What is outside the cluster at both ends is none of its business. "Only" is about others: not about an end and its own
     * pods.
     */
    private boolean areJudged(Claim claim, Party source, Party target) {
        List<End> ends = cluster.universe().ends();
        boolean areOutside =
                ends.get(source.end) instanceof End.External && ends.get(target.end) instanceof End.External;
        boolean isItself = claim.kind() == Claim.Kind.ONLY && source.end == target.end;
        return !areOutside && !isItself;
    }

    private CounterExample example(Party source, Party target, boolean canConnect, PortSet ports) {
        End from = cluster.universe().ends().get(source.end);
        End to = cluster.universe().ends().get(target.end);
        return new CounterExample(
                from,
                to,
                canConnect,
                ports,
                List.of((canConnect ? cluster.enforcement() : certain).explain(source.endpoint, target.endpoint)));
    }
}
