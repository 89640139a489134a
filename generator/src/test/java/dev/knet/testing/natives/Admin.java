package dev.knet.testing.natives;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What policies of the group `policy.networking.k8s.io` and NetworkPolicy say of a packet, as the text of the Network Policy
 * API has it: admin tier, NetworkPolicy, baseline tier, and else it passes.
 */
public record Admin(List<Object> policies) {

    /** Whether both ends let it through. */
    public boolean passes(Party from, Party to, Packet packet) {
        return passes(from, to, to, packet, true) && passes(to, from, to, packet, false);
    }

    private boolean passes(Party own, Party other, Party target, Packet packet, boolean egress) {
        return inTier("Admin", own, other, target, packet, egress)
                .or(() -> Portable.passes(policies, own, other, target, packet, egress))
                .or(() -> inTier("Baseline", own, other, target, packet, egress))
                .orElse(true);
    }

    private static String tier(Object policy) {
        return switch (Raw.text(policy, "kind")) {
            case "AdminNetworkPolicy" -> "Admin";
            case "BaselineAdminNetworkPolicy" -> "Baseline";
            default -> Raw.text(policy, "spec", "tier");
        };
    }

    private Optional<Boolean> inTier(String tier, Party own, Party other, Party target, Packet packet, boolean egress) {
        List<Object> own1 = new ArrayList<>(
                policies.stream().filter(it -> tier(it).equals(tier)).toList());
        own1.sort(Comparator.comparingInt(
                it -> Raw.has(it, "spec", "priority") ? Raw.number(it, "spec", "priority") : 0));
        for (Object policy : own1) {
            if (!own.isPod() || !isPeer(Raw.get(policy, "spec", "subject").orElseThrow(), own)) {
                continue;
            }
            for (Object rule : Raw.list(policy, "spec", egress ? "egress" : "ingress")) {
                boolean isAbout =
                        Raw.list(rule, egress ? "to" : "from").stream().anyMatch(peer -> isPeer(peer, other));
                if (isAbout && isOn(rule, target, packet)) {
                    return switch (Raw.text(rule, "action")) {
                        case "Pass" -> Optional.empty();
                        case "Deny" -> Optional.of(false);
                        default -> Optional.of(true);
                    };
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isPeer(Object peer, Party party) {
        if (Raw.has(peer, "networks")) {
            return party.isIn(
                    Raw.list(peer, "networks").stream().map(Object::toString).toList());
        }
        if (Raw.has(peer, "namespaces")) {
            return party.isPod() && Raw.selects(Raw.get(peer, "namespaces"), party.namespaceLabels());
        }
        return party.isPod()
                && Raw.has(peer, "pods")
                && Raw.selects(Raw.get(peer, "pods", "namespaceSelector"), party.namespaceLabels())
                && Raw.selects(Raw.get(peer, "pods", "podSelector"), party.labels());
    }

    private static boolean isOn(Object rule, Party target, Packet packet) {
        List<Object> protocols = Raw.list(rule, "protocols");
        List<Object> ports = Raw.list(rule, "ports");
        return protocols.isEmpty() && ports.isEmpty()
                || protocols.stream().anyMatch(it -> isProtocol(it, target, packet))
                || ports.stream().anyMatch(it -> isPort(it, target, packet));
    }

    private static boolean isNamed(Object name, Party target, Packet packet) {
        return Integer.valueOf(packet.number()).equals(target.ports().get(packet.protocol() + "/" + name));
    }

    private static boolean isProtocol(Object item, Party target, Packet packet) {
        if (Raw.has(item, "destinationNamedPort")) {
            return isNamed(Raw.text(item, "destinationNamedPort"), target, packet);
        }
        String protocol = packet.protocol().toLowerCase(Locale.ROOT);
        if (!packet.hasPort() || !Raw.has(item, protocol)) {
            return false;
        }
        Object port = Raw.get(item, protocol, "destinationPort").orElseThrow();
        return Raw.has(port, "number")
                ? Raw.number(port, "number") == packet.number()
                : Raw.number(port, "range", "start") <= packet.number()
                        && packet.number() <= Raw.number(port, "range", "end");
    }

    private static boolean isPort(Object item, Party target, Packet packet) {
        if (Raw.has(item, "namedPort")) {
            return isNamed(Raw.text(item, "namedPort"), target, packet);
        }
        if (Raw.has(item, "portNumber")) {
            return Raw.text(item, "portNumber", "protocol").equals(packet.protocol())
                    && Raw.number(item, "portNumber", "port") == packet.number();
        }
        return Raw.text(item, "portRange", "protocol").equals(packet.protocol())
                && Raw.number(item, "portRange", "start") <= packet.number()
                && packet.number() <= Raw.number(item, "portRange", "end");
    }
}
