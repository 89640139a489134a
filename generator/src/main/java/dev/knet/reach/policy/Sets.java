package dev.knet.reach.policy;

import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.PolicyObject.Peer;
import dev.knet.reach.objects.PolicyObject.Port;
import dev.knet.reach.objects.PolicyObject.Rule;
import dev.knet.reach.objects.Who;
import dev.knet.reach.space.PortSet;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whom policies select and whom their rules are about, as sets of endpoints. Each is looked for once, and not to be changed. */
final class Sets {
    private final Population population;
    private final BitSet everybody;
    private final Map<PeerIn, BitSet> known = new HashMap<>();
    private final Map<Meant, BitSet> meant = new HashMap<>();

    /** A peer as a policy of a namespace means it. */
    private record PeerIn(String namespace, Peer peer) {}

    /** An expression, and whether those are meant of whom it is not known. */
    private record Meant(Who who, boolean isWide) {}

    Sets(List<Endpoint> endpoints) {
        this.population = new Population(endpoints);
        this.everybody = population.everybody();
    }

    Population population() {
        return population;
    }

    BitSet everybody() {
        return everybody;
    }

    BitSet subjects(PolicyObject policy) {
        return population.subjects(policy.namespace(), policy.subjects());
    }

    /** No peers at all: everyone, also outside the cluster. */
    BitSet peers(PolicyObject policy, Rule rule) {
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

    BitSet meant(Who who, boolean isWide) {
        return meant.computeIfAbsent(new Meant(who, isWide), key -> population.meant(key.who, key.isWide));
    }

    /** Those of whom both are meant. */
    BitSet meant(Who one, Who other, boolean isWide) {
        BitSet both = (BitSet) meant(one, isWide).clone();
        both.and(meant(other, isWide));
        return both;
    }

    /** A name is looked up at the receiving end, and nothing outside the cluster has one; no ports at all are all. */
    PortSet resolved(List<Port> ports, int target) {
        PortSet resolved = ports.isEmpty() ? PortSet.ALL : PortSet.NONE;
        for (Port port : ports) {
            resolved = resolved.or(port.fold(
                    PolicyObject.Numbers::ports,
                    named -> population.get(target).fold(pod -> pod.named(named), outside -> PortSet.NONE)));
        }
        return resolved;
    }
}
