package dev.knet.reach.policy;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.PolicyObject.Peer;
import dev.knet.reach.objects.PolicyObject.Port;
import dev.knet.reach.objects.PolicyObject.Rule;
import dev.knet.reach.objects.Who;
import dev.knet.reach.space.AddressRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everything by which policies can tell one end from another. */
public final class Queries {
    private final Set<String> podKeys = new HashSet<>();
    private final Set<String> portNames = new HashSet<>();
    private final List<AddressRange> ranges = new ArrayList<>();

    public static Queries of(Collection<PolicyObject> policies) {
        Queries queries = new Queries();
        Set<Peer> seen = new HashSet<>();
        for (PolicyObject policy : policies) {
            queries.add(policy.subjects());
            policy.ingress().orElse(List.of()).forEach(rule -> queries.add(rule, seen));
            policy.egress().orElse(List.of()).forEach(rule -> queries.add(rule, seen));
        }
        return queries;
    }

    /** Of policies of all kinds. */
    public static Queries of(ClusterObjects objects) {
        return ofAll(List.of(objects));
    }

    /** Of policies of all kinds in several states of a cluster. */
    public static Queries ofAll(Collection<ClusterObjects> states) {
        Queries queries =
                of(states.stream().flatMap(it -> it.policies().stream()).toList());
        states.forEach(state -> state.natives().forEach(queries::add));
        return queries;
    }

    private void add(NativePolicy policy) {
        add(policy.subjects());
        Stream.of(policy.ingress(), policy.egress())
                .flatMap(Optional::stream)
                .flatMap(side -> side.rules().stream())
                .forEach(rule -> {
                    add(rule.own());
                    add(rule.peers());
                    rule.ports().forEach(this::add);
                });
    }

    private void add(Who who) {
        Mentioned.parts(who).forEach(pods -> add(pods.pods()));
        ranges.addAll(Mentioned.ranges(who));
    }

    private void add(Rule rule, Set<Peer> seen) {
        for (Peer peer : rule.peers()) {
            if (seen.add(peer)) {
                peer.fold(pods -> add(pods.pods()), block -> add(block.range()).addAll(block.except()));
            }
        }
        rule.ports().forEach(this::add);
    }

    private Queries addAll(Collection<AddressRange> more) {
        ranges.addAll(more);
        return this;
    }

    /** Pods by these labels are to be told from others too. */
    public Queries add(LabelQuery query) {
        query.requirements().forEach(it -> podKeys.add(it.key()));
        return this;
    }

    /** These addresses are to be told from others too. */
    public Queries add(AddressRange range) {
        ranges.add(range);
        return this;
    }

    /** A port that is asked for by its name is to be told from others too. */
    public Queries add(Port port) {
        return port.fold(numbers -> this, named -> {
            portNames.add(named.name());
            return this;
        });
    }

    /** The keys of labels that some selector of pods asks for. */
    public Set<String> podKeys() {
        return podKeys;
    }

    /** The names of ports that some rule asks for. */
    public Set<String> portNames() {
        return portNames;
    }

    /** The blocks, and what is taken out of them. */
    public List<AddressRange> ranges() {
        return ranges;
    }
}
