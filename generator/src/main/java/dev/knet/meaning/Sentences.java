package dev.knet.meaning;

import dev.knet.model.Denial;
import dev.knet.model.Direction;
import dev.knet.model.Isolation;
import dev.knet.model.Permission;
import dev.knet.model.Port;
import dev.knet.model.Topology;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the sentences of one topology say, each for itself. */
final class Sentences {
    private final Ends ends;
    private final BitSet ingressIsolated = new BitSet();
    private final BitSet egressIsolated = new BitSet();
    private final Openings permissions;
    private final Openings uncertain;
    private final Openings denials;

    private Sentences(Ends ends) {
        this.ends = ends;
        this.permissions = new Openings(ends);
        this.uncertain = new Openings(ends);
        this.denials = new Openings(ends);
    }

    static Sentences of(Topology topology, Ends ends) {
        Sentences sentences = new Sentences(ends);
        for (Isolation isolation : topology.isolations()) {
            sentences.add(isolation);
        }
        for (Permission permission : topology.permissions()) {
            sentences.add(permission);
        }
        for (Denial denial : topology.denials()) {
            sentences.denials.add(ends.of(denial.sources()), denial.openings());
        }
        BitSet own = ends.ownedBy(topology);
        sentences.ingressIsolated.and(own);
        sentences.egressIsolated.and(own);
        sentences.addDns(topology);
        return sentences;
    }

    /** "When a `deny ingress`/`deny all` covers it"; the same of egress. */
    private void add(Isolation isolation) {
        for (Direction direction : isolation.directions()) {
            isolated(direction).or(ends.of(isolation.subjects()));
        }
    }

    /** "Or it stands on the left": of an `allows` for ingress, of a `reaches` for egress. */
    private void add(Permission permission) {
        BitSet sources = ends.of(permission.sources());
        permissions.add(sources, permission.openings());
        isolated(permission.isolates()).or(ends.of(permission.subjects()));
    }

    /** "An egress-isolated source that may reach anything else also gets the cluster's `dns`." */
    private void addDns(Topology topology) {
        if (topology.dns().isEmpty()) {
            return;
        }
        DnsClients clients = DnsClients.of(topology, ends, egressIsolated);
        List<Permission.Opening> dns = topology.dns().get().openings();
        permissions.add(clients.certain(), dns);
        uncertain.add(clients.uncertain(), dns);
    }

    /** Whom these sentences isolate; none but the topology's own, for only these have policies of it. */
    BitSet isolated(Direction direction) {
        return direction == Direction.INGRESS ? ingressIsolated : egressIsolated;
    }

    /**
     * "permitted(s,t,p) holds when some `allows` or `reaches` statement covers source s, target t and port p": all these
     * sources. That "no `denies` does" is for the whole connection to say.
     */
    BitSet permitted(int target, Contact contact, Certainty certainty) {
        BitSet permitted = permissions.sources(target, contact);
        if (certainty == Certainty.POSSIBLE) {
            permitted.or(uncertain.sources(target, contact));
        }
        return permitted;
    }

    /** The sources that a `denies` covers with this target and port. */
    BitSet denied(int target, Contact contact) {
        return denials.sources(target, contact);
    }

    /** The ports of all sentences that are about this target. */
    Set<Port.Range> ranges(int target) {
        Set<Port.Range> ranges = new TreeSet<>();
        for (Openings openings : List.of(permissions, uncertain, denials)) {
            ranges.addAll(openings.ranges(target));
        }
        return ranges;
    }
}
