package dev.knet.reach.policy;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.PolicyObject.Port;
import dev.knet.reach.policy.Course.Opened;
import dev.knet.reach.space.PortSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who can connect to whom by policy objects alone, as a conforming network plugin enforces them: all sources of a target at
 * once, as sets. Whether a pod can connect to itself is not for policies to say, and nothing is said of connections between
 * addresses.
 */
public final class Enforcement {
    private final Sets sets;
    private final List<Tier> tiers;
    private final Bound bound;
    private final Course ingress;
    private final Course egress;

    private Enforcement(List<Tier> tiers, List<Endpoint> endpoints, Bound bound) {
        this.sets = new Sets(endpoints);
        this.tiers = List.copyOf(tiers);
        this.bound = bound;
        Courses courses = new Courses(sets, bound);
        tiers.forEach(courses::add);
        this.ingress = courses.ingress();
        this.egress = courses.egress();
    }

    /** What these policies do to these endpoints, which are known by their places in the list. */
    public static Enforcement of(List<PolicyObject> policies, List<Endpoint> endpoints) {
        return new Enforcement(List.of(Tiers.portable(policies)), endpoints, Bound.MOST);
    }

    /** What the policies of all kinds do. */
    public static Enforcement of(ClusterObjects objects, List<Endpoint> endpoints, Bound bound) {
        return new Enforcement(Tiers.of(objects), endpoints, bound);
    }

    /** Whether some policy lets in only what its rules, or others, let in. */
    public boolean isIngressIsolated(int endpoint) {
        return ingress.isShut(endpoint);
    }

    public boolean isEgressIsolated(int endpoint) {
        return egress.isShut(endpoint);
    }

    /** What is equal for two endpoints if policies treat them alike, but for names of ports. */
    public Object behaviour(int endpoint) {
        return List.of(ingress.behaviour(endpoint), egress.behaviour(endpoint));
    }

    /** Who can connect to a target, on what. */
    public Entrance into(int target) {
        return new Entrance(target);
    }

    /** The NetworkPolicies that isolate any of these in a direction. */
    public List<PolicyObject> selecting(BitSet endpoints, Direction direction) {
        List<PolicyObject> selecting = new ArrayList<>();
        for (PolicyObject policy : portable()) {
            if (direction.rules(policy).isPresent() && sets.subjects(policy).intersects(endpoints)) {
                selecting.add(policy);
            }
        }
        return selecting;
    }

    /** The NetworkPolicies that have a rule about any of these in a direction, of whichever of their pods. */
    public List<PolicyObject> openingTo(BitSet endpoints, Direction direction) {
        List<PolicyObject> opening = new ArrayList<>();
        for (PolicyObject policy : portable()) {
            if (direction.rules(policy).orElse(List.of()).stream()
                    .anyMatch(rule -> sets.peers(policy, rule).intersects(endpoints))) {
                opening.add(policy);
            }
        }
        return opening;
    }

    /** The native policies that say something of any of these in a direction. */
    public List<NativePolicy> nativesSelecting(BitSet endpoints, Direction direction) {
        List<NativePolicy> selecting = new ArrayList<>();
        for (Tier tier : tiers) {
            for (Policed policed : tier.policies()) {
                if (policed instanceof Policed.Native it
                        && direction.side(it.policy()).isPresent()
                        && sets.meant(it.policy().subjects(), true).intersects(endpoints)) {
                    selecting.add(it.policy());
                }
            }
        }
        return selecting;
    }

    private List<PolicyObject> portable() {
        List<PolicyObject> all = new ArrayList<>();
        for (Tier tier : tiers) {
            for (Policed policed : tier.policies()) {
                if (policed instanceof Policed.Portable it) {
                    all.add(it.policy());
                }
            }
        }
        return all;
    }

    /** Which policies and rules speak of a connection. */
    public Explanation explain(int source, int target) {
        Reasons reasons = new Reasons(sets, tiers, bound);
        return new Explanation(
                reasons.side(Direction.EGRESS, source, target, target),
                reasons.side(Direction.INGRESS, target, source, target));
    }

    /** A name is looked up at the receiving end, and nothing outside the cluster has one; no ports at all are all. */
    public PortSet resolved(List<Port> ports, int target) {
        return sets.resolved(ports, target);
    }

    /** The connections into one endpoint. */
    public final class Entrance {
        private final int target;
        private final List<Opened> entering;
        private final List<Opened> leaving;

        private Entrance(int target) {
            this.target = target;
            this.entering = opened(ingress);
            this.leaving = opened(egress);
        }

        private List<Opened> opened(Course course) {
            List<Opened> opened = new ArrayList<>();
            for (RuleIndex.Opening opening : course.into(target)) {
                PortSet ports = resolved(opening.ports(), target);
                if (!ports.isEmpty()) {
                    opened.add(new Opened(opening.step(), opening.sources(), ports));
                }
            }
            return opened;
        }

        /** The sets of ports at which something changes. */
        public List<PortSet> cuts() {
            List<PortSet> cuts = new ArrayList<>();
            entering.forEach(it -> cuts.add(it.ports()));
            leaving.forEach(it -> cuts.add(it.ports()));
            return cuts;
        }

        /**
         * Who can connect on these ports, which no {@linkplain #cuts() cut} tells apart: whoever both the target's ingress
         * and its own egress let through.
         */
        public BitSet sources(PortSet atom) {
            BitSet sources = ingress.sources(target, entering, atom);
            sources.and(egress.sources(target, leaving, atom));
            if (sets.population().get(target) instanceof Endpoint.Outside) {
                sources.andNot(sets.population().outside());
            }
            return sources;
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
                    signature.set(i, entering.get(i).ports().overlaps(atom));
                }
                for (int i = 0; i < leaving.size(); i++) {
                    signature.set(entering.size() + i, leaving.get(i).ports().overlaps(atom));
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
