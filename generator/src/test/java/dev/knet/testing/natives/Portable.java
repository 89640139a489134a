package dev.knet.testing.natives;

import java.util.List;
import java.util.Optional;

/** What NetworkPolicy alone says of a packet in one direction, as slow and as plain as can be. */
final class Portable {
    private Portable() {}

    /** Whether it passes; empty if no policy isolates the end. */
    static Optional<Boolean> passes(
            List<Object> policies, Party own, Party other, Party target, Packet packet, boolean egress) {
        boolean isIsolated = false;
        for (Object policy : policies) {
            if (!own.isPod()
                    || !Raw.text(policy, "kind").equals("NetworkPolicy")
                    || !Raw.text(policy, "apiVersion").equals("networking.k8s.io/v1")
                    || !Raw.text(policy, "metadata", "namespace").equals(own.namespace())
                    || !Raw.selects(Raw.get(policy, "spec", "podSelector"), own.labels())
                    || !Raw.list(policy, "spec", "policyTypes").contains(egress ? "Egress" : "Ingress")) {
                continue;
            }
            isIsolated = true;
            for (Object rule : Raw.list(policy, "spec", egress ? "egress" : "ingress")) {
                if (isAbout(rule, own, other, egress) && isOn(rule, target, packet)) {
                    return Optional.of(true);
                }
            }
        }
        return isIsolated ? Optional.of(false) : Optional.empty();
    }

    private static boolean isAbout(Object rule, Party own, Party other, boolean egress) {
        List<Object> peers = Raw.list(rule, egress ? "to" : "from");
        return peers.isEmpty() || peers.stream().anyMatch(peer -> isPeer(peer, own, other));
    }

    private static boolean isPeer(Object peer, Party own, Party other) {
        if (Raw.has(peer, "ipBlock")) {
            // Blocks are for what is outside; a node has an address that is not known.
            return other.hostNetwork()
                    || other.namespace().isEmpty() && other.isIn(List.of(Raw.text(peer, "ipBlock", "cidr")));
        }
        boolean isInNamespace = Raw.has(peer, "namespaceSelector")
                ? Raw.selects(Raw.get(peer, "namespaceSelector"), other.namespaceLabels())
                : other.namespace().equals(own.namespace());
        return other.isPod() && isInNamespace && Raw.selects(Raw.get(peer, "podSelector"), other.labels());
    }

    private static boolean isOn(Object rule, Party target, Packet packet) {
        List<Object> ports = Raw.list(rule, "ports");
        return ports.isEmpty()
                || ports.stream()
                        .anyMatch(port -> Raw.text(port, "protocol").equals(packet.protocol())
                                && isNumber(Raw.text(port, "port"), target, packet));
    }

    private static boolean isNumber(String port, Party target, Packet packet) {
        return port.isEmpty()
                || port.equals(Integer.toString(packet.number()))
                || Integer.valueOf(packet.number()).equals(target.ports().get(packet.protocol() + "/" + port));
    }
}
