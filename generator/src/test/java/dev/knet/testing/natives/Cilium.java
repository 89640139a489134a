package dev.knet.testing.natives;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What policies of Cilium and NetworkPolicy say of a packet: any refusal, else any permission, else whether one isolates. */
public record Cilium(List<Object> objects) {

    /** Whether both ends let it through. */
    public boolean passes(Party from, Party to, Packet packet) {
        return passes(from, to, to, packet, true) && passes(to, from, to, packet, false);
    }

    private boolean passes(Party own, Party other, Party target, Packet packet, boolean egress) {
        String word = egress ? "egress" : "ingress";
        Optional<Boolean> portable = Portable.passes(objects, own, other, target, packet, egress);
        boolean isIsolated = portable.isPresent();
        boolean isAllowed = portable.orElse(false);
        for (Object policy : objects) {
            for (Object spec : specs(policy)) {
                String namespace = Raw.text(policy, "metadata", "namespace");
                if (!own.isPod() || !isSelected(spec, namespace, own)) {
                    continue;
                }
                List<Object> allows = Raw.list(spec, word);
                List<Object> denies = Raw.list(spec, word + "Deny");
                if (denies.stream().anyMatch(it -> isAbout(it, namespace, other, target, packet, egress))) {
                    return false;
                }
                isAllowed |= allows.stream().anyMatch(it -> isAbout(it, namespace, other, target, packet, egress));
                isIsolated |= !(allows.isEmpty() && denies.isEmpty())
                        && !Raw.text(spec, "enableDefaultDeny", word).equals("false");
            }
        }
        return isAllowed || !isIsolated;
    }

    private static List<Object> specs(Object policy) {
        if (!Raw.text(policy, "apiVersion").equals("cilium.io/v2")) {
            return List.of();
        }
        List<Object> specs = new ArrayList<>(Raw.list(policy, "specs"));
        Raw.get(policy, "spec").ifPresent(specs::add);
        return specs;
    }

    /** As Cilium knows a pod, by the keys without their source. */
    private static Map<String, String> labels(Party party) {
        Map<String, String> labels = new HashMap<>(party.labels());
        labels.put("io.kubernetes.pod.namespace", party.namespace());
        labels.put("io.cilium.k8s.policy.serviceaccount", party.account());
        party.namespaceLabels().forEach((key, value) -> labels.put("io.cilium.k8s.namespace.labels." + key, value));
        return labels;
    }

    private static Object withoutSources(Object selector) {
        Map<String, Object> plain = new HashMap<>();
        Raw.get(selector, "matchLabels").ifPresent(it -> {
            Map<String, Object> labels = new HashMap<>();
            ((Map<?, ?>) it).forEach((key, value) -> labels.put(plain(key.toString()), value));
            plain.put("matchLabels", labels);
        });
        List<Object> expressions = new ArrayList<>();
        for (Object expression : Raw.list(selector, "matchExpressions")) {
            Map<String, Object> copy = new HashMap<>();
            ((Map<?, ?>) expression).forEach((key, value) -> copy.put(key.toString(), value));
            copy.put("key", plain(Raw.text(expression, "key")));
            expressions.add(copy);
        }
        plain.put("matchExpressions", expressions);
        return plain;
    }

    private static String plain(String key) {
        return key.substring(key.indexOf(':') + 1);
    }

    private static boolean isSelected(Object spec, String namespace, Party own) {
        Object selector = withoutSources(Raw.get(spec, "endpointSelector").orElseThrow());
        return (namespace.isEmpty() || namespace.equals(own.namespace()))
                && Raw.selects(Optional.of(selector), labels(own));
    }

    private static boolean isAbout(
            Object rule, String namespace, Party other, Party target, Packet packet, boolean egress) {
        List<String> ways = List.of("Endpoints", "Entities", "CIDR", "CIDRSet", "Services");
        boolean hasPorts = Raw.has(rule, "toPorts") || Raw.has(rule, "icmps");
        boolean isSaid = false;
        boolean isPeer = false;
        for (String way : ways) {
            String field = (egress ? "to" : "from") + way;
            isSaid |= Raw.has(rule, field);
            isPeer |= Raw.list(rule, field).stream().anyMatch(it -> isPeer(way, it, namespace, other));
        }
        return (isSaid ? isPeer : hasPorts) && isOn(rule, target, packet);
    }

    private static boolean isPeer(String way, Object item, String namespace, Party party) {
        boolean isOutside = party.namespace().isEmpty();
        return switch (way) {
            case "Endpoints" -> party.isPod() && isEndpoint(item, namespace, party);
            case "Entities" ->
                switch (item.toString()) {
                    case "all" -> true;
                    case "world" -> isOutside;
                    case "cluster" -> !isOutside;
                    case "host", "remote-node" -> party.hostNetwork();
                    default -> false;
                };
            case "CIDR" -> isOutside && party.isIn(List.of(item.toString()));
            case "CIDRSet" ->
                isOutside
                        && party.isIn(List.of(Raw.text(item, "cidr")))
                        && Raw.list(item, "except").stream().noneMatch(it -> party.isIn(List.of(it.toString())));
            default ->
                party.isPod()
                        && party.namespace()
                                .equals(
                                        Raw.has(item, "k8sService", "namespace")
                                                ? Raw.text(item, "k8sService", "namespace")
                                                : namespace)
                        && "a".equals(party.labels().get("app"));
        };
    }

    private static boolean isEndpoint(Object item, String namespace, Party party) {
        boolean saysWhere = item.toString().contains("io.kubernetes.pod.namespace")
                || item.toString().contains("io.cilium.k8s.namespace.labels.");
        return (saysWhere || namespace.isEmpty() || namespace.equals(party.namespace()))
                && Raw.selects(Optional.of(withoutSources(item)), labels(party));
    }

    private static boolean isOn(Object rule, Party target, Packet packet) {
        if (Raw.has(rule, "icmps")) {
            return Raw.list(rule, "icmps").stream()
                    .flatMap(it -> Raw.list(it, "fields").stream())
                    .anyMatch(it -> packet.protocol()
                                    .equals(Raw.text(it, "family").equals("IPv6") ? "ICMPv6" : "ICMP")
                            && (Raw.text(it, "type").equals("EchoRequest")
                                    ? packet.number() == (packet.protocol().equals("ICMP") ? 8 : 128)
                                    : Raw.number(it, "type") == packet.number()));
        }
        return !Raw.has(rule, "toPorts")
                || Raw.list(rule, "toPorts").stream()
                        .flatMap(it -> Raw.list(it, "ports").stream())
                        .anyMatch(it -> isPort(it, target, packet));
    }

    private static boolean isPort(Object item, Party target, Packet packet) {
        String protocol = Raw.text(item, "protocol");
        boolean isProtocol =
                protocol.isEmpty() || protocol.equals("ANY") ? packet.hasPort() : protocol.equals(packet.protocol());
        if (!isProtocol) {
            return false;
        }
        String port = Raw.text(item, "port");
        if (!port.matches("[0-9]+")) {
            return !packet.protocol().equals("SCTP")
                    && Integer.valueOf(packet.number()).equals(target.ports().get(packet.protocol() + "/" + port));
        }
        int first = Integer.parseInt(port);
        int last = Raw.has(item, "endPort") ? Raw.number(item, "endPort") : first;
        return first == 0 || first <= packet.number() && packet.number() <= last;
    }
}
