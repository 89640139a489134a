package dev.knet.reach.policy;

import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.PolicyObject.Peer;
import dev.knet.reach.objects.PolicyObject.Port;
import dev.knet.reach.objects.PolicyObject.Rule;
import dev.knet.reach.space.PortSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who can connect to whom by NetworkPolicy objects alone, as a conforming network plugin enforces them: all sources of a
 * target at once, as sets. Whether a pod can connect to itself is not for policies to say, and nothing is said of
 * connections between addresses.
 */
public final class Enforcement {
    private final Population population;
    private final List<PolicyObject> policies;
    private final BitSet everybody;
    private final BitSet ingressIsolated = new BitSet();
    private final BitSet egressOpen;
    private final RuleIndex ingress;
    private final RuleIndex egress;
    private final Map<PeerIn, BitSet> known = new HashMap<>();

    /** A peer as a policy of a namespace means it. */
    private record PeerIn(String namespace, Peer peer) {}

    private Enforcement(List<PolicyObject> policies, List<Endpoint> endpoints) {
        this.policies = List.copyOf(policies);
        this.population = new Population(endpoints);
        this.everybody = population.everybody();
        this.egressOpen = population.everybody();
        RuleIndex.Builder entering = new RuleIndex.Builder();
        RuleIndex.Builder leaving = new RuleIndex.Builder();
        for (PolicyObject policy : policies) {
            BitSet subjects = population.subjects(policy.namespace(), policy.subjects());
            policy.ingress().ifPresent(rules -> {
                ingressIsolated.or(subjects);
                rules.forEach(rule -> entering.add(peers(policy, rule), subjects, rule.ports()));
            });
            policy.egress().ifPresent(rules -> {
                egressOpen.andNot(subjects);
                rules.forEach(rule -> leaving.add(subjects, peers(policy, rule), rule.ports()));
            });
        }
        this.ingress = entering.build(population.size());
        this.egress = leaving.build(population.size());
    }

    /** What these policies do to these endpoints, which are known by their places in the list. */
    public static Enforcement of(List<PolicyObject> policies, List<Endpoint> endpoints) {
        return new Enforcement(policies, endpoints);
    }

    /** No peers at all: everyone, also outside the cluster. */
    private BitSet peers(PolicyObject policy, Rule rule) {
        if (rule.peers().isEmpty()) {
            return everybody;
        }
        if (rule.peers().size() == 1) {
            return peers(policy, rule.peers().get(0));
        }
        BitSet union = new BitSet();
        rule.peers().forEach(peer -> union.or(peers(policy, peer)));
        return union;
    }

    private BitSet peers(PolicyObject policy, Peer peer) {
        return known.computeIfAbsent(
                new PeerIn(policy.namespace(), peer), key -> population.peers(key.namespace, key.peer));
    }

    public boolean isIngressIsolated(int endpoint) {
        return ingressIsolated.get(endpoint);
    }

    public boolean isEgressIsolated(int endpoint) {
        return !egressOpen.get(endpoint);
    }

    /** What is equal for two endpoints if policies treat them alike, but for names of ports. */
    public Object behaviour(int endpoint) {
        return List.of(
                ingressIsolated.get(endpoint),
                egressOpen.get(endpoint),
                ingress.mentioning(endpoint),
                egress.mentioning(endpoint));
    }

    /** Who can connect to a target, on what. */
    public Entrance into(int target) {
        return new Entrance(target);
    }

    /** The policies that isolate any of these in a direction. */
    public List<PolicyObject> selecting(BitSet endpoints, Direction direction) {
        List<PolicyObject> selecting = new ArrayList<>();
        for (PolicyObject policy : policies) {
            var rules = direction == Direction.INGRESS ? policy.ingress() : policy.egress();
            if (rules.isPresent()
                    && population
                            .subjects(policy.namespace(), policy.subjects())
                            .intersects(endpoints)) {
                selecting.add(policy);
            }
        }
        return selecting;
    }

    /** The policies that have a rule about any of these in a direction, of whichever of their pods. */
    public List<PolicyObject> openingTo(BitSet endpoints, Direction direction) {
        List<PolicyObject> opening = new ArrayList<>();
        for (PolicyObject policy : policies) {
            var rules = direction == Direction.INGRESS ? policy.ingress() : policy.egress();
            if (rules.orElse(List.of()).stream()
                    .anyMatch(rule -> peers(policy, rule).intersects(endpoints))) {
                opening.add(policy);
            }
        }
        return opening;
    }

    /** Which policies and rules speak of a connection. */
    public Explanation explain(int source, int target) {
        return new Explanation(
                explain(Direction.EGRESS, source, target, target), explain(Direction.INGRESS, target, source, target));
    }

    private Explanation.Side explain(Direction direction, int own, int other, int target) {
        List<Explanation.Selecting> selecting = new ArrayList<>();
        for (PolicyObject policy : policies) {
            var rules = direction == Direction.INGRESS ? policy.ingress() : policy.egress();
            if (rules.isPresent()
                    && population
                            .subjects(policy.namespace(), policy.subjects())
                            .get(own)) {
                List<Explanation.Verdict> verdicts = new ArrayList<>();
                for (Rule rule : rules.get()) {
                    verdicts.add(
                            new Explanation.Verdict(peers(policy, rule).get(other), resolved(rule.ports(), target)));
                }
                selecting.add(new Explanation.Selecting(policy, verdicts));
            }
        }
        return new Explanation.Side(direction, selecting);
    }

    /** A name is looked up at the receiving end, and nothing outside the cluster has one; no ports at all are all. */
    public PortSet resolved(List<Port> ports, int target) {
        PortSet resolved = ports.isEmpty() ? PortSet.ALL : PortSet.NONE;
        for (Port port : ports) {
            resolved = resolved.or(port.fold(
                    PolicyObject.Numbers::ports,
                    named -> population.get(target).fold(pod -> pod.named(named), outside -> PortSet.NONE)));
        }
        return resolved;
    }

    /** The connections into one endpoint. */
    public final class Entrance {
        private final int target;
        private final List<Opened> entering;
        private final List<Opened> leaving;

        /** Some sources and what is open to them as far as one direction goes. */
        private record Opened(BitSet sources, PortSet ports) {}

        private Entrance(int target) {
            this.target = target;
            this.entering = opened(ingress);
            this.leaving = opened(egress);
        }

        private List<Opened> opened(RuleIndex index) {
            List<Opened> opened = new ArrayList<>();
            for (RuleIndex.Opening opening : index.into(target)) {
                PortSet ports = resolved(opening.ports(), target);
                if (!ports.isEmpty()) {
                    opened.add(new Opened(opening.sources(), ports));
                }
            }
            return opened;
        }

        /** The sets of ports at which something changes. */
        public List<PortSet> cuts() {
            List<PortSet> cuts = new ArrayList<>();
            entering.forEach(it -> cuts.add(it.ports));
            leaving.forEach(it -> cuts.add(it.ports));
            return cuts;
        }

        /**
         * Who can connect on these ports, which no {@linkplain #cuts() cut} tells apart: whoever both the target's ingress
         * and its own egress let through.
         */
        public BitSet sources(PortSet atom) {
            BitSet sources = ingressIsolated.get(target) ? union(entering, atom) : (BitSet) everybody.clone();
            BitSet free = union(leaving, atom);
            free.or(egressOpen);
            sources.and(free);
            if (population.get(target) instanceof Endpoint.Outside) {
                sources.andNot(population.outside());
            }
            return sources;
        }

        private static BitSet union(List<Opened> opened, PortSet atom) {
            BitSet union = new BitSet();
            for (Opened it : opened) {
                if (it.ports.overlaps(atom)) {
                    union.or(it.sources);
                }
            }
            return union;
        }

        /** All who can connect, by what they can connect on; every source is in one set at most. */
        public Map<PortSet, BitSet> byPorts() {
            Map<BitSet, PortSet> bySources = new LinkedHashMap<>();
            for (PortSet atom : atoms()) {
                BitSet sources = sources(atom);
                if (!sources.isEmpty()) {
                    bySources.merge(sources, atom, PortSet::or);
                }
            }
            return disjoint(bySources);
        }

        /** The atoms of which the same openings speak are joined: many cuts make few differences. */
        private Iterable<PortSet> atoms() {
            Map<BitSet, PortSet> bySignature = new LinkedHashMap<>();
            for (PortSet atom : PortSet.atoms(cuts())) {
                BitSet signature = new BitSet();
                for (int i = 0; i < entering.size(); i++) {
                    signature.set(i, entering.get(i).ports.overlaps(atom));
                }
                for (int i = 0; i < leaving.size(); i++) {
                    signature.set(entering.size() + i, leaving.get(i).ports.overlaps(atom));
                }
                bySignature.merge(signature, atom, PortSet::or);
            }
            return bySignature.values();
        }

        private Map<PortSet, BitSet> disjoint(Map<BitSet, PortSet> bySources) {
            Map<PortSet, BitSet> disjoint = new LinkedHashMap<>();
            bySources.forEach((sources, ports) -> {
                BitSet rest = (BitSet) sources.clone();
                Map<PortSet, BitSet> more = new LinkedHashMap<>();
                disjoint.forEach((before, members) -> {
                    BitSet both = (BitSet) members.clone();
                    both.and(rest);
                    if (!both.isEmpty()) {
                        members.andNot(both);
                        rest.andNot(both);
                        more.computeIfAbsent(before.or(ports), none -> new BitSet())
                                .or(both);
                    }
                });
                more.computeIfAbsent(ports, none -> new BitSet()).or(rest);
                more.forEach((key, members) ->
                        disjoint.computeIfAbsent(key, none -> new BitSet()).or(members));
                disjoint.values().removeIf(BitSet::isEmpty);
            });
            return disjoint;
        }
    }
}
