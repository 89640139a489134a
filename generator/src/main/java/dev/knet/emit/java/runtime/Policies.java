package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * The policies that sentences in Java need beside those of the file. Policies add up, so a sentence is one more for each
 * set of pods at either end that is isolated: by the file, or by any of the sentences.
 */
@Generated("knet")
final class Policies {
    private final Set<String> names = new HashSet<>();
    private final List<NetworkPolicy> policies = new ArrayList<>();
    /** The workloads that only the sentences isolate, by their names. */
    private final Map<Direction, Map<String, Peer>> isolated = new EnumMap<>(Direction.class);

    private Policies() {
        for (Direction direction : Direction.values()) {
            isolated.put(direction, new LinkedHashMap<>());
        }
    }

    static List<NetworkPolicy> of(List<Sentence> sentences) {
        Policies made = new Policies();
        Map<String, Sentence> distinct = new LinkedHashMap<>();
        sentences.forEach(sentence -> distinct.putIfAbsent(sentence.key(), sentence));
        distinct.values().forEach(made::isolate);
        made.openDns();
        distinct.values().forEach(made::open);
        return made.policies;
    }

    private Map<String, Peer> newlyIsolated(Direction direction) {
        return isolated.getOrDefault(direction, Map.of());
    }

    /** Whom a sentence isolates keeps what the file's sentences let through. */
    private void isolate(Sentence sentence) {
        Direction direction = sentence.relation().isolates();
        for (Peer subject : sentence.relation().subjects()) {
            for (Peer workload : subject.workloads()) {
                End end = workload.end();
                if (!end.isIsolated(direction) && newlyIsolated(direction).putIfAbsent(end.name(), workload) == null) {
                    workload.latent(direction).forEach(this::addLatent);
                }
            }
        }
    }

    /** Two workloads may need the same one, for the pods that have the labels of both. */
    private void addLatent(NetworkPolicy policy) {
        ObjectMeta metadata = policy.getMetadata();
        String namespace = Objects.requireNonNullElse(metadata.getNamespace(), "");
        if (names.add(namespace + "/" + metadata.getName())) {
            policies.add(policy);
        }
    }

    /** A workload that the file lets reach something has to ask for names as soon as a sentence isolates it. */
    private void openDns() {
        for (Peer workload : newlyIsolated(Direction.EGRESS).values()) {
            End source = workload.end();
            if (source.isDnsClient()) {
                for (Selection pods : source.selections()) {
                    source.facts().dns().ifPresent(dns -> letOut(pods, openDns(pods, source, dns), "dns", source));
                }
            }
        }
    }

    private void open(Sentence sentence) {
        Relation relation = sentence.relation();
        End target = relation.target().end();
        List<Opening> openings = sentence.openings();
        openings.forEach(opening -> opening.ports().forEach(target.facts()::refuseUnenforced));
        List<Selection> from = new ArrayList<>();
        for (Peer peer : relation.sources()) {
            End source = peer.end();
            if (!source.facts().isOf(target.facts())) {
                throw new IllegalArgumentException(
                        "`" + sentence + "` is about two topologies: say it in a .knet file that uses the other one's");
            }
            refuseDenied(source, target, openings, sentence.toString());
            from.addAll(source.selections());
            for (Selection pods : parts(Direction.EGRESS, relation, source)) {
                letOut(pods, source, openings, sentence);
            }
        }
        target.refuseUndecided(Direction.INGRESS);
        for (Opening opening : openings) {
            for (Selection pods : parts(Direction.INGRESS, relation, opening.target())) {
                letIn(pods, from, opening.ports(), PolicyNames.from(sentence), target.facts());
            }
        }
    }

    private static void refuseDenied(End source, End target, List<Opening> openings, String what) {
        for (String denial : target.denialsOf(source)) {
            if (openings.stream().anyMatch(opening -> target.facts().isAbout(denial, opening))) {
                throw new IllegalArgumentException("`" + what + "` cannot be, for the .knet file says `" + denial
                        + "`, which is or may be about the same pods: say in the file what is left of it");
            }
        }
    }

    /** The pods of an end that need a rule for it: the subject's own, and of the other end those that are isolated. */
    private Set<Selection> parts(Direction direction, Relation relation, End end) {
        Set<Selection> parts = new LinkedHashSet<>();
        if (relation.isolates() != direction) {
            end.refuseUndecided(direction);
        }
        end.members().forEach(member -> parts.addAll(parts(direction, relation, member)));
        return parts;
    }

    private Set<Selection> parts(Direction direction, Relation relation, Member member) {
        return relation.isolates() == direction
                ? new LinkedHashSet<>(member.selections())
                : isolatedParts(direction, member);
    }

    /** By the file, or by the sentences. */
    private Set<Selection> isolatedParts(Direction direction, Member member) {
        Set<Selection> parts = new LinkedHashSet<>(member.isolatedIn(direction));
        for (Peer workload : newlyIsolated(direction).values()) {
            for (Selection pods : workload.end().selections()) {
                member.selections().forEach(selection -> selection.among(pods).ifPresent(parts::add));
            }
        }
        return parts;
    }

    /** Who may reach anything may reach the cluster's DNS too. */
    private void letOut(Selection pods, End source, List<Opening> openings, Sentence sentence) {
        List<NetworkPolicyEgressRule> rules = new ArrayList<>();
        openings.forEach(opening -> rules.add(egress(pods, opening)));
        if (!sentence.relation().target().end().isDns()) {
            source.facts().dns().ifPresent(dns -> rules.addAll(openDns(pods, source, dns)));
        }
        letOut(pods, rules, PolicyNames.to(sentence), source);
    }

    private void letOut(Selection pods, List<NetworkPolicyEgressRule> rules, String what, End source) {
        NetworkPolicySpec spec = spec(pods, Direction.EGRESS);
        spec.setEgress(rules);
        add(pods, spec, what, source.facts());
    }

    private List<NetworkPolicyEgressRule> openDns(Selection pods, End source, End dns) {
        List<NetworkPolicyEgressRule> rules = new ArrayList<>();
        List<Opening> openings = dns.members().stream()
                .map(member -> member.opening(PortChoice.OFFERED))
                .toList();
        refuseDenied(source, dns, openings, source.written() + " reaches dns");
        dns.refuseUndecided(Direction.INGRESS);
        for (Opening opening : openings) {
            rules.add(egress(pods, opening));
            for (Selection server : isolatedParts(Direction.INGRESS, opening.target())) {
                letIn(server, List.of(pods), opening.ports(), PolicyNames.dns(pods), source.facts());
            }
        }
        return rules;
    }

    private static NetworkPolicyEgressRule egress(Selection pods, Opening opening) {
        NetworkPolicyEgressRule rule = new NetworkPolicyEgressRule();
        rule.setTo(peers(opening.target().selections(), pods.namespace()));
        rule.setPorts(opening.ports().stream().map(Ports::policyPort).toList());
        return rule;
    }

    private void letIn(Selection pods, List<Selection> from, List<Ports> ports, String what, Facts facts) {
        NetworkPolicyIngressRule rule = new NetworkPolicyIngressRule();
        rule.setFrom(peers(from, pods.namespace()));
        rule.setPorts(ports.stream().map(Ports::policyPort).toList());
        NetworkPolicySpec spec = spec(pods, Direction.INGRESS);
        spec.setIngress(List.of(rule));
        add(pods, spec, what, facts);
    }

    private static NetworkPolicySpec spec(Selection pods, Direction direction) {
        NetworkPolicySpec spec = new NetworkPolicySpec();
        spec.setPodSelector(pods.pods());
        spec.setPolicyTypes(List.of(direction.policyType()));
        return spec;
    }

    /** Two of one name are the same: two sentences may need one policy. */
    private void add(Selection pods, NetworkPolicySpec spec, String what, Facts facts) {
        String name = PolicyNames.of(pods, what, spec);
        if (names.add(pods.namespace() + "/" + name)) {
            NetworkPolicy policy = new NetworkPolicy();
            policy.setMetadata(facts.metadata(pods.namespace(), name));
            policy.setSpec(spec);
            policies.add(policy);
        }
    }

    /** Anyone is a rule without peers; that there are none otherwise would be wider than the sentence. */
    private static List<NetworkPolicyPeer> peers(List<Selection> selections, String viewpoint) {
        if (selections.stream().anyMatch(Selection::isAnyone)) {
            return List.of();
        }
        if (selections.isEmpty()) {
            throw new IllegalStateException("a rule without peers is open to everyone");
        }
        return selections.stream()
                .map(selection -> selection.seenFrom(viewpoint))
                .distinct()
                .toList();
    }
}
