package dev.knet.testing.meaning;

import dev.knet.model.Direction;
import dev.knet.model.Isolation;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Ports;
import dev.knet.model.Topology;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Who may talk to whom by the sentences of a topology alone: the section "Meaning" of the language's description, word
 * for word. It knows no Kubernetes object, and nothing of how policies are put together.
 */
public final class Meaning {
    private final Coverage coverage;
    private final List<Isolation> isolations;
    private final List<Grant> grants = new ArrayList<>();
    private final List<Grant> dns = new ArrayList<>();

    /** Some targets of a sentence, and the ports that it opens of just these; the sentence isolates one of the ends. */
    private record Grant(Direction isolates, List<Peer> sources, List<Peer> targets, Ports ports, boolean isDns) {}

    /** What the sentences say of one end on its own. Grants are known by their place in the list. */
    public record Standing(
            End end, boolean ingressIsolated, boolean egressIsolated, BitSet mayReachBy, BitSet mayBeReachedBy) {}

    private Meaning(Topology topology, Coverage coverage) {
        this.coverage = coverage;
        this.isolations = topology.isolations();
        List<Permission.Opening> answering =
                topology.dns().map(dns -> dns.openings()).orElse(List.of());
        List<Peer> servers = answering.stream()
                .flatMap(opening -> opening.targets().stream())
                .toList();
        answering.forEach(it -> dns.add(new Grant(Direction.EGRESS, List.of(), it.targets(), it.ports(), true)));
        for (Permission permission : topology.permissions()) {
            for (Permission.Opening opening : permission.openings()) {
                boolean isDns = servers.containsAll(opening.targets());
                grants.add(new Grant(
                        permission.isolates(), permission.sources(), opening.targets(), opening.ports(), isDns));
            }
        }
    }

    /** The home is the namespace to which what stands outside all namespaces is applied. */
    public static Meaning of(Topology topology, String home) {
        return new Meaning(topology, new Coverage(home));
    }

    /** What the sentences say of an end: asked once, because every end meets all others. */
    public Standing standing(End end) {
        BitSet asSource = new BitSet();
        BitSet asTarget = new BitSet();
        for (int i = 0; i < grants.size(); i++) {
            asSource.set(i, coverage.covers(grants.get(i).sources, end));
            asTarget.set(i, coverage.covers(grants.get(i).targets, end));
        }
        return new Standing(
                end,
                isIsolated(Direction.INGRESS, end, asTarget),
                isIsolated(Direction.EGRESS, end, asSource),
                asSource,
                asTarget);
    }

    /** "When a deny covers it, or it stands on the left": of an `allows` for ingress, of a `reaches` for egress. */
    private boolean isIsolated(Direction direction, End end, BitSet grantsOfThatEnd) {
        return isolations.stream()
                        .anyMatch(it -> it.directions().contains(direction) && coverage.covers(it.subjects(), end))
                || grantsOfThatEnd.stream().anyMatch(i -> grants.get(i).isolates == direction);
    }

    /**
     * On which contacts a connection is possible. "A connection from s to t on p is possible iff (t is not
     * ingress-isolated or permitted(s,t,p)), and (s is not egress-isolated or permitted(s,t,p))."
     */
    public Predicate<Contact> between(Standing source, Standing target) {
        if (!target.ingressIsolated && !source.egressIsolated) {
            return contact -> true;
        }
        List<Ports> permitted = permitted(source, target);
        return contact -> permitted.stream().anyMatch(ports -> Coverage.opens(ports, target.end, contact));
    }

    /** "permitted(s,t,p) holds when some `allows` or `reaches` statement covers source s, target t and port p." */
    private List<Ports> permitted(Standing source, Standing target) {
        List<Ports> permitted = new ArrayList<>();
        BitSet both = (BitSet) source.mayReachBy.clone();
        both.and(target.mayBeReachedBy);
        both.stream().forEach(i -> permitted.add(grants.get(i).ports));
        if (usesDns(source)) {
            for (Grant grant : dns) {
                if (coverage.covers(grant.targets, target.end)) {
                    permitted.add(grant.ports);
                }
            }
        }
        return permitted;
    }

    /** "An egress-isolated source that may reach anything else also gets the cluster's `dns`." */
    private boolean usesDns(Standing source) {
        return source.egressIsolated && source.mayReachBy.stream().anyMatch(i -> !grants.get(i).isDns);
    }
}
