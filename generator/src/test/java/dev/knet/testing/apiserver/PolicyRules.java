package dev.knet.testing.apiserver;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.List;
import java.util.Set;

/** {@code pkg/apis/networking/validation}: policies and their selectors. */
final class PolicyRules {
    private static final Set<String> PROTOCOLS = Set.of("TCP", "UDP", "SCTP");

    private PolicyRules() {}

    static void check(NetworkPolicySpec spec, Violations violations) {
        selector("podSelector", spec.getPodSelector(), violations);
        List<String> types = spec.getPolicyTypes();
        violations.require(!types.isEmpty() && types.size() <= 2, "policyTypes, always written", types);
        violations.require(Set.of("Ingress", "Egress").containsAll(types), "policyTypes", types);
        spec.getIngress().forEach(rule -> rule(rule.getFrom(), rule.getPorts(), violations));
        spec.getEgress().forEach(rule -> rule(rule.getTo(), rule.getPorts(), violations));
        boolean isHeard = (spec.getIngress().isEmpty() || types.contains("Ingress"))
                && (spec.getEgress().isEmpty() || types.contains("Egress"));
        violations.require(isHeard, "rules of a direction that is not listed", types);
    }

    private static void rule(List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports, Violations violations) {
        peers.forEach(peer -> peer(peer, violations));
        ports.forEach(port -> port(port, violations));
    }

    private static void peer(NetworkPolicyPeer peer, Violations violations) {
        boolean selects = peer.getPodSelector() != null || peer.getNamespaceSelector() != null;
        violations.require(selects != (peer.getIpBlock() != null), "peer", peer);
        selector("peer.podSelector", peer.getPodSelector(), violations);
        selector("peer.namespaceSelector", peer.getNamespaceSelector(), violations);
        if (peer.getIpBlock() != null) {
            ipBlock(peer.getIpBlock(), violations);
        }
    }

    private static void ipBlock(IPBlock block, Violations violations) {
        violations.require(Formats.isCidr(block.getCidr()), "cidr", block.getCidr());
        for (String part : block.getExcept()) {
            violations.require(Formats.isCidr(part) && Formats.isStrictPart(block.getCidr(), part), "except", part);
        }
    }

    private static void port(NetworkPolicyPort port, Violations violations) {
        violations.require(
                port.getProtocol() == null || PROTOCOLS.contains(port.getProtocol()), "protocol", port.getProtocol());
        boolean isNumber = port.getPort() != null && port.getPort().getStrVal() == null;
        if (port.getPort() != null) {
            boolean fits = isNumber
                    ? Formats.isPort(port.getPort().getIntVal())
                    : Formats.isPortName(port.getPort().getStrVal());
            violations.require(fits, "port", port.getPort());
        }
        boolean isRange = port.getEndPort() != null;
        violations.require(
                !isRange
                        || isNumber
                                && Formats.isPort(port.getEndPort())
                                && port.getEndPort() >= port.getPort().getIntVal(),
                "endPort",
                port);
    }

    static void selector(String field, LabelSelector selector, Violations violations) {
        if (selector != null) {
            violations.require(Formats.areLabels(selector.getMatchLabels()), field, selector);
            selector.getMatchExpressions().forEach(it -> violations.require(isRequirement(it), field, it));
        }
    }

    private static boolean isRequirement(LabelSelectorRequirement requirement) {
        List<String> values = requirement.getValues();
        boolean fits = switch (requirement.getOperator()) {
            case "In", "NotIn" -> !values.isEmpty();
            case "Exists", "DoesNotExist" -> values.isEmpty();
            default -> false;
        };
        return fits
                && Formats.isLabelKey(requirement.getKey())
                && values.stream().allMatch(Formats::isLabelValue);
    }
}
