package dev.knet.lower;

import dev.knet.model.Cluster;
import dev.knet.model.CniFeature;
import dev.knet.model.Direction;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A policy while it is being put together: whom it selects, what it isolates, and its rules with their sentences. */
final class PolicyDraft {
    private final Peer.Pods pods;
    private final Set<Direction> directions = EnumSet.noneOf(Direction.class);
    private final SortedSet<String> isolations = new TreeSet<>();
    private final SortedMap<String, Permitted> ingress = new TreeMap<>();
    private final SortedMap<String, Permitted> egress = new TreeMap<>();

    /** A rule and the sentences that it comes from. */
    private record Permitted(Rule rule, SortedSet<String> sentences) {}

    PolicyDraft(Peer.Pods pods) {
        this.pods = pods;
    }

    Namespace namespace() {
        return pods.namespace().orElseThrow();
    }

    Peer.Pods pods() {
        return pods;
    }

    void isolate(List<Direction> more, String sentence) {
        directions.addAll(more);
        isolations.add(sentence);
    }

    void add(Direction direction, Rule rule, String sentence) {
        directions.add(direction);
        SortedMap<String, Permitted> rules = direction == Direction.INGRESS ? ingress : egress;
        Permitted permitted = rules.get(rule.key());
        if (permitted == null) {
            permitted = new Permitted(rule, new TreeSet<>());
            rules.put(rule.key(), permitted);
        }
        permitted.sentences.add(sentence);
    }

    Manifest manifest(String name, Cluster cluster, Metadata metadata) {
        boolean ranges = cluster.cni().isEmpty() || cluster.enforces(CniFeature.PORT_RANGES);
        NetworkPolicySpec spec = new NetworkPolicySpec();
        spec.setPodSelector(Selectors.labelSelector(pods.selector()));
        spec.setPolicyTypes(types());
        spec.setIngress(ingressRules(ranges));
        spec.setEgress(egressRules(ranges));
        NetworkPolicy policy = new NetworkPolicy();
        policy.setMetadata(metadata.of(namespace(), name, Map.of()));
        policy.setSpec(spec);
        return new Manifest(policy, List.copyOf(isolations), sentences(ingress), sentences(egress));
    }

    private List<String> types() {
        List<String> types = new ArrayList<>();
        for (Direction direction : directions) {
            types.add(direction == Direction.INGRESS ? "Ingress" : "Egress");
        }
        return types;
    }

    private List<NetworkPolicyIngressRule> ingressRules(boolean ranges) {
        List<NetworkPolicyIngressRule> objects = new ArrayList<>();
        for (Permitted permitted : ingress.values()) {
            NetworkPolicyIngressRule object = new NetworkPolicyIngressRule();
            object.setFrom(permitted.rule.peersSeenFrom(namespace()));
            object.setPorts(permitted.rule.policyPorts(ranges));
            objects.add(object);
        }
        return objects;
    }

    private List<NetworkPolicyEgressRule> egressRules(boolean ranges) {
        List<NetworkPolicyEgressRule> objects = new ArrayList<>();
        for (Permitted permitted : egress.values()) {
            NetworkPolicyEgressRule object = new NetworkPolicyEgressRule();
            object.setTo(permitted.rule.peersSeenFrom(namespace()));
            object.setPorts(permitted.rule.policyPorts(ranges));
            objects.add(object);
        }
        return objects;
    }

    private static List<List<String>> sentences(SortedMap<String, Permitted> rules) {
        List<List<String>> sentences = new ArrayList<>();
        for (Permitted permitted : rules.values()) {
            sentences.add(List.copyOf(permitted.sentences));
        }
        return sentences;
    }
}
