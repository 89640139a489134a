package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.annotation.processing.Generated;

/**
 * Names of policies for sentences in Java: what the sentence says, to be read, and a digest of what the policy does. So two
 * policies of one name are one, and those of two sentences never take each other's place, whenever they are applied.
 */
@Generated("knet")
final class PolicyNames {
    private static final int LONGEST_WORDS = 200;
    private static final int DIGEST = 10;

    private PolicyNames() {}

    static String from(Sentence sentence) {
        List<Peer> sources = sentence.relation().sources();
        String names = sources.stream().map(source -> source.end().name()).collect(Collectors.joining("-"));
        return "from-" + names + on(sentence.choice());
    }

    static String to(Sentence sentence) {
        return "to-" + sentence.relation().target().end().name() + on(sentence.choice());
    }

    static String dns(Selection client) {
        return "dns-from-" + client.name();
    }

    private static String on(PortChoice choice) {
        return choice.toString().isEmpty() ? "" : "-on-" + choice;
    }

    /** Of a policy about these pods. */
    static String of(Selection pods, String what, NetworkPolicySpec spec) {
        String words = words("allow-" + pods.name() + "-" + what);
        String cut = words.substring(0, Math.min(words.length(), LONGEST_WORDS)).replaceAll("-+$", "");
        return cut + "." + digest(text(spec));
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String digest(String text) {
        UUID digest = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        return digest.toString().replace("-", "").substring(0, DIGEST);
    }

    /** Different for any two that do different things, and the same in every run and of every version of the model. */
    private static String text(NetworkPolicySpec spec) {
        StringBuilder text = new StringBuilder();
        text.append(text(spec.getPodSelector())).append(spec.getPolicyTypes());
        for (NetworkPolicyIngressRule rule : spec.getIngress()) {
            text.append(" from ").append(peers(rule.getFrom())).append(ports(rule.getPorts()));
        }
        for (NetworkPolicyEgressRule rule : spec.getEgress()) {
            text.append(" to ").append(peers(rule.getTo())).append(ports(rule.getPorts()));
        }
        return text.toString();
    }

    private static List<String> peers(List<NetworkPolicyPeer> peers) {
        return peers.stream().map(PolicyNames::text).toList();
    }

    private static String text(NetworkPolicyPeer peer) {
        return text(peer.getNamespaceSelector()) + "/" + text(peer.getPodSelector()) + "/" + text(peer.getIpBlock());
    }

    private static String text(IPBlock block) {
        return block == null ? "none" : block.getCidr() + block.getExcept();
    }

    private static String text(LabelSelector selector) {
        if (selector == null) {
            return "none";
        }
        List<String> expressions =
                selector.getMatchExpressions().stream().map(PolicyNames::text).toList();
        return new TreeMap<>(selector.getMatchLabels()) + " " + expressions;
    }

    private static String text(LabelSelectorRequirement requirement) {
        return requirement.getKey() + " " + requirement.getOperator() + " " + requirement.getValues();
    }

    private static List<String> ports(List<NetworkPolicyPort> ports) {
        return ports.stream()
                .map(port -> port.getProtocol() + " "
                        + (port.getPort() == null ? "" : port.getPort().getValue()) + " " + port.getEndPort())
                .toList();
    }
}
