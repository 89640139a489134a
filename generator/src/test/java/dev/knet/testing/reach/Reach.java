package dev.knet.testing.reach;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Who can talk to whom by NetworkPolicy objects alone, as a conforming network plugin enforces them. Knows nothing of
 * knet; the numbers are the rows of the table in kubernetes-facts.md, section 1.
 */
public final class Reach {
    private final List<Rule> ingress = new ArrayList<>();
    private final List<Rule> egress = new ArrayList<>();
    private final List<Subject> subjects = new ArrayList<>();

    /** Whom a policy selects, and which sides it isolates. */
    private record Subject(NetworkPolicy policy, String namespace, boolean ingress, boolean egress) {}

    /** One rule of one policy. Absent and empty lists are the same (5, 6). */
    private record Rule(int subject, List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {}

    /** What the policies say of one end on its own: which rules are about it, and which have it as a peer. */
    public record Standing(
            End end,
            boolean ingressIsolated,
            boolean egressIsolated,
            BitSet ingressRules,
            BitSet egressRules,
            BitSet mayEnterBy,
            BitSet mayBeEnteredBy) {}

    private Reach(List<NetworkPolicy> policies, String home) {
        for (NetworkPolicy policy : policies) {
            String namespace = policy.getMetadata().getNamespace();
            add(policy, namespace == null ? home : namespace);
        }
    }

    /** The home is the namespace to which objects without one are applied. */
    public static Reach of(List<NetworkPolicy> policies, String home) {
        return new Reach(policies, home);
    }

    /** Rules of a direction that is not listed are ignored (3). */
    private void add(NetworkPolicy policy, String namespace) {
        List<String> types = typesOf(policy);
        int subject = subjects.size();
        subjects.add(new Subject(policy, namespace, types.contains("Ingress"), types.contains("Egress")));
        if (types.contains("Ingress") && policy.getSpec().getIngress() != null) {
            policy.getSpec().getIngress().forEach(it -> ingress.add(rule(subject, it.getFrom(), it.getPorts())));
        }
        if (types.contains("Egress") && policy.getSpec().getEgress() != null) {
            policy.getSpec().getEgress().forEach(it -> egress.add(rule(subject, it.getTo(), it.getPorts())));
        }
    }

    private static Rule rule(int subject, List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {
        return new Rule(subject, peers == null ? List.of() : peers, ports == null ? List.of() : ports);
    }

    /** Ingress always, egress only if there are egress rules, unless it is written (2). */
    private static List<String> typesOf(NetworkPolicy policy) {
        List<String> written = policy.getSpec().getPolicyTypes();
        if (written != null && !written.isEmpty()) {
            return written;
        }
        boolean hasEgress = policy.getSpec().getEgress() != null
                && !policy.getSpec().getEgress().isEmpty();
        return hasEgress ? List.of("Ingress", "Egress") : List.of("Ingress");
    }

    /** What the policies say of an end: asked once, because every end meets all others. */
    public Standing standing(End end) {
        BitSet selecting = selecting(end);
        return new Standing(
                end,
                selecting.stream().anyMatch(i -> subjects.get(i).ingress),
                selecting.stream().anyMatch(i -> subjects.get(i).egress),
                rulesAbout(selecting, ingress),
                rulesAbout(selecting, egress),
                rulesWithPeer(ingress, end),
                rulesWithPeer(egress, end));
    }

    /** A policy selects pods of its own namespace only, all of them if the selector is missing or empty (1). */
    private BitSet selecting(End end) {
        BitSet selecting = new BitSet();
        for (int i = 0; i < subjects.size(); i++) {
            Subject subject = subjects.get(i);
            var selector = subject.policy.getSpec().getPodSelector();
            selecting.set(
                    i,
                    end instanceof End.Pod pod
                            && pod.namespace().equals(subject.namespace)
                            && (selector == null || LabelSelectors.matches(selector, pod.labels())));
        }
        return selecting;
    }

    private static BitSet rulesAbout(BitSet selecting, List<Rule> rules) {
        BitSet about = new BitSet();
        for (int i = 0; i < rules.size(); i++) {
            about.set(i, selecting.get(rules.get(i).subject));
        }
        return about;
    }

    /** No peers at all: everyone, also outside the cluster (4, 5). Several: any of them (8). */
    private BitSet rulesWithPeer(List<Rule> rules, End end) {
        BitSet with = new BitSet();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            String namespace = subjects.get(rule.subject).namespace;
            with.set(i, rule.peers.isEmpty() || rule.peers.stream().anyMatch(peer -> isPeer(peer, namespace, end)));
        }
        return with;
    }

    /**
     * A pod selector alone is about the policy's namespace, a namespace selector alone about all its pods, and of both
     * each must hold (9). Blocks of addresses are for what is outside the cluster (17).
     */
    private static boolean isPeer(NetworkPolicyPeer peer, String namespace, End end) {
        if (end instanceof End.External external) {
            return peer.getIpBlock() != null && IpBlocks.contains(peer.getIpBlock(), external.address());
        }
        if (peer.getIpBlock() != null) {
            return false;
        }
        End.Pod pod = (End.Pod) end;
        boolean inNamespace = peer.getNamespaceSelector() == null
                ? pod.namespace().equals(namespace)
                : LabelSelectors.matches(peer.getNamespaceSelector(), pod.namespaceLabels());
        return inNamespace
                && (peer.getPodSelector() == null || LabelSelectors.matches(peer.getPodSelector(), pod.labels()));
    }

    /** A connection is possible iff the source's egress side and the destination's ingress side both allow it (11). */
    public Predicate<Packet> between(Standing source, Standing target) {
        Predicate<Packet> leaves =
                side(source.egressIsolated, source.egressRules, target.mayBeEnteredBy, egress, target.end);
        Predicate<Packet> enters =
                side(target.ingressIsolated, target.ingressRules, source.mayEnterBy, ingress, target.end);
        return leaves.and(enters);
    }

    /** A side that no policy isolates allows all (10); one that is isolated, what any rule of any policy does (8). */
    private static Predicate<Packet> side(boolean isIsolated, BitSet own, BitSet peers, List<Rule> rules, End target) {
        if (!isIsolated) {
            return packet -> true;
        }
        BitSet matching = (BitSet) own.clone();
        matching.and(peers);
        List<Rule> open = matching.stream().mapToObj(rules::get).toList();
        return packet -> open.stream().anyMatch(rule -> isOpen(rule.ports, target, packet));
    }

    /** No ports at all: every port of every protocol (6). */
    private static boolean isOpen(List<NetworkPolicyPort> ports, End target, Packet packet) {
        return ports.isEmpty() || ports.stream().anyMatch(port -> isOpen(port, target, packet));
    }

    /** Without a number, every port of the protocol, which is TCP if it is not written (7); ranges (14), names (13). */
    private static boolean isOpen(NetworkPolicyPort port, End target, Packet packet) {
        String protocol = port.getProtocol() == null ? "TCP" : port.getProtocol();
        if (!protocol.equals(packet.protocol())) {
            return false;
        }
        if (port.getPort() == null) {
            return true;
        }
        if (port.getPort().getStrVal() != null) {
            return isNamed(port.getPort().getStrVal(), target, packet);
        }
        int first = port.getPort().getIntVal();
        int last = port.getEndPort() == null ? first : port.getEndPort();
        return first <= packet.port() && packet.port() <= last;
    }

    /** A name is looked up on the destination pod, with its protocol; nothing outside the cluster has one (13). */
    private static boolean isNamed(String name, End target, Packet packet) {
        return target instanceof End.Pod pod
                && pod.namedPorts().contains(new End.ContainerPort(name, packet.protocol(), packet.port()));
    }
}
