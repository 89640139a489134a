package dev.knet.testing.meaning;

import dev.knet.model.Denial;
import dev.knet.model.Direction;
import dev.knet.model.Isolation;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Ports;
import dev.knet.model.Topology;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
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
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Peer> servers;
    private final List<End> candidates;
    private final List<Contact> contacts;

    /** Some targets of a sentence, and the ports that it opens of just these; the sentence isolates one of the ends. */
    private record Grant(Direction isolates, List<Peer> sources, List<Peer> targets, Ports ports, boolean isDns) {}

    /** What a `denies` says of some of its targets, which are denied on these ports. */
    private record Refusal(List<Peer> sources, List<Peer> targets, Ports ports) {}

    /** What the sentences say of one end on its own. Grants and refusals are known by their place in the list. */
    public record Standing(
            End end,
            boolean ingressIsolated,
            boolean egressIsolated,
            BitSet mayReachBy,
            BitSet mayBeReachedBy,
            BitSet mayNotReachBy,
            BitSet mayNotBeReachedBy) {}

    /** Whether something holds, as far as that can be told by looking at the ends of one cluster. */
    private enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    private Meaning(Topology topology, Coverage coverage, List<End> candidates, List<Contact> contacts) {
        this.coverage = coverage;
        this.candidates = candidates;
        this.contacts = contacts;
        this.isolations = topology.isolations();
        List<Permission.Opening> answering =
                topology.dns().map(dns -> dns.openings()).orElse(List.of());
        this.servers = answering.stream()
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
        for (Denial denial : topology.denials()) {
            for (Permission.Opening opening : denial.openings()) {
                refusals.add(new Refusal(denial.sources(), opening.targets(), opening.ports()));
            }
        }
    }

    /**
     * The home is the namespace to which what stands outside all namespaces is applied; the candidates and contacts are
     * those by which it can be told whether somebody may be reached at all.
     */
    public static Meaning of(Topology topology, String home, List<End> candidates, List<Contact> contacts) {
        return new Meaning(topology, new Coverage(home), List.copyOf(candidates), List.copyOf(contacts));
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
                asTarget,
                refused(Refusal::sources, end),
                refused(Refusal::targets, end));
    }

    private BitSet refused(Function<Refusal, List<Peer>> side, End end) {
        BitSet refused = new BitSet();
        for (int i = 0; i < refusals.size(); i++) {
            refused.set(i, coverage.covers(side.apply(refusals.get(i)), end));
        }
        return refused;
    }

    /** "When a deny covers it, or it stands on the left": of an `allows` for ingress, of a `reaches` for egress. */
    private boolean isIsolated(Direction direction, End end, BitSet grantsOfThatEnd) {
        return isolations.stream()
                        .anyMatch(it -> it.directions().contains(direction) && coverage.covers(it.subjects(), end))
                || grantsOfThatEnd.stream().anyMatch(i -> grants.get(i).isolates == direction);
    }

    /**
     * On which contacts a connection is possible. "A connection from s to t on p is possible iff no `denies` covers it, and
     * (t is not ingress-isolated or permitted(s,t,p)), and (s is not egress-isolated or permitted(s,t,p))."
     */
    public Predicate<Contact> between(Standing source, Standing target) {
        return between(source, target, usesDns(source) == Answer.YES);
    }

    /** The same, and DNS also if it cannot be told whether the source may reach anything else. */
    public Predicate<Contact> atMost(Standing source, Standing target) {
        return between(source, target, usesDns(source) != Answer.NO);
    }

    private Predicate<Contact> between(Standing source, Standing target, boolean withDns) {
        List<Ports> denied = denied(source, target);
        Predicate<Contact> isDenied =
                contact -> denied.stream().anyMatch(ports -> Coverage.opens(ports, target.end, contact));
        if (!target.ingressIsolated && !source.egressIsolated) {
            return isDenied.negate();
        }
        List<Ports> permitted = permitted(source, target, withDns);
        return contact -> !isDenied.test(contact)
                && permitted.stream().anyMatch(ports -> Coverage.opens(ports, target.end, contact));
    }

    private List<Ports> denied(Standing source, Standing target) {
        BitSet both = (BitSet) source.mayNotReachBy.clone();
        both.and(target.mayNotBeReachedBy);
        return both.stream().mapToObj(i -> refusals.get(i).ports).toList();
    }

    /** "permitted(s,t,p) holds when some `allows` or `reaches` statement covers source s, target t and port p." */
    private List<Ports> permitted(Standing source, Standing target, boolean withDns) {
        List<Ports> permitted = new ArrayList<>();
        BitSet both = (BitSet) source.mayReachBy.clone();
        both.and(target.mayBeReachedBy);
        both.stream().forEach(i -> permitted.add(grants.get(i).ports));
        if (withDns) {
            for (Grant grant : dns) {
                if (coverage.covers(grant.targets, target.end)) {
                    permitted.add(grant.ports);
                }
            }
        }
        return permitted;
    }

    /**
     * "An egress-isolated source that may reach anything else also gets the cluster's `dns`." Where something is denied to it,
     * that takes somebody whom it may reach.
     */
    private Answer usesDns(Standing source) {
        if (!source.egressIsolated) {
            return Answer.NO;
        }
        Answer answer = Answer.NO;
        for (Grant grant : source.mayReachBy.stream().mapToObj(grants::get).toList()) {
            if (!grant.isDns) {
                Answer more = reachesSomebody(source, grant);
                answer = more == Answer.YES || answer == Answer.NO ? more : answer;
            }
            if (answer == Answer.YES) {
                return answer;
            }
        }
        return answer;
    }

    private Answer reachesSomebody(Standing source, Grant grant) {
        List<Refusal> against =
                source.mayNotReachBy.stream().mapToObj(refusals::get).toList();
        List<Peer> others =
                grant.targets.stream().filter(it -> !servers.contains(it)).toList();
        if (against.isEmpty()) {
            return Answer.YES;
        }
        if (against.stream().anyMatch(it -> it.ports.any() && coversAll(it.targets, others))) {
            return Answer.NO;
        }
        boolean isOneThere = candidates.stream()
                .filter(it -> it != source.end && coverage.covers(others, it))
                .anyMatch(it -> contacts.stream()
                        .anyMatch(contact -> Coverage.opens(grant.ports, it, contact)
                                && against.stream()
                                        .noneMatch(refusal -> coverage.covers(refusal.targets, it)
                                                && Coverage.opens(refusal.ports, it, contact))));
        return isOneThere ? Answer.YES : Answer.UNKNOWN;
    }

    private static boolean coversAll(List<Peer> denied, List<Peer> targets) {
        return denied.stream().anyMatch(Peer.Anyone.class::isInstance) || denied.containsAll(targets);
    }
}
