package dev.knet.lower;

import dev.knet.model.Direction;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A policy while it is being put together: whom it selects, what it isolates, and its rules with their sentences. */
final class PolicyDraft {
    private static final Comparator<Rule> BY_TEXT = Comparator.comparing(
                    (Rule rule) -> rule.peers().stream().map(Rule::key).toList().toString())
            .thenComparing(rule -> rule.ports().toString());

    private final Peer.Pods pods;
    private final Set<Direction> directions = EnumSet.noneOf(Direction.class);
    private final SortedSet<String> isolations = new TreeSet<>();
    private final Map<Rule, SortedSet<String>> ingress = new TreeMap<>(BY_TEXT);
    private final Map<Rule, SortedSet<String>> egress = new TreeMap<>(BY_TEXT);

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
        (direction == Direction.INGRESS ? ingress : egress)
                .computeIfAbsent(rule, r -> new TreeSet<>())
                .add(sentence);
    }

    Manifest manifest(String name, Metadata metadata) {
        NetworkPolicySpec spec = new NetworkPolicySpec();
        spec.setPodSelector(Selectors.labelSelector(pods.selector()));
        spec.setPolicyTypes(directions.stream().map(PolicyDraft::type).toList());
        spec.setIngress(ingress.keySet().stream().map(this::ingressRule).toList());
        spec.setEgress(egress.keySet().stream().map(this::egressRule).toList());
        NetworkPolicy policy = new NetworkPolicy();
        policy.setMetadata(metadata.of(namespace(), name, Map.of()));
        policy.setSpec(spec);
        return new Manifest(policy, List.copyOf(isolations), sentences(ingress), sentences(egress));
    }

    private static String type(Direction direction) {
        return direction == Direction.INGRESS ? "Ingress" : "Egress";
    }

    private NetworkPolicyIngressRule ingressRule(Rule rule) {
        NetworkPolicyIngressRule object = new NetworkPolicyIngressRule();
        object.setFrom(rule.peersSeenFrom(namespace()));
        object.setPorts(rule.policyPorts());
        return object;
    }

    private NetworkPolicyEgressRule egressRule(Rule rule) {
        NetworkPolicyEgressRule object = new NetworkPolicyEgressRule();
        object.setTo(rule.peersSeenFrom(namespace()));
        object.setPorts(rule.policyPorts());
        return object;
    }

    private static List<List<String>> sentences(Map<Rule, SortedSet<String>> rules) {
        List<List<String>> sentences = new ArrayList<>();
        rules.values().forEach(texts -> sentences.add(List.copyOf(texts)));
        return sentences;
    }
}
