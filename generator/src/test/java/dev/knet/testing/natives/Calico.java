package dev.knet.testing.natives;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What policies of Calico and NetworkPolicy say of a packet, tier by tier, policy by policy, rule by rule. */
public final class Calico {
    private final List<Object> objects;
    private final RandomCalico made;

    /** Of a policy: its place, and what it decides. */
    private record Asked(double order, String name, Object policy) {}

    public Calico(List<Object> objects, RandomCalico made) {
        this.objects = objects;
        this.made = made;
    }

    /** Whether both ends let it through. */
    public boolean passes(Party from, Party to, Packet packet) {
        return passes(from, to, to, packet, true) && passes(to, from, to, packet, false);
    }

    private boolean passes(Party own, Party other, Party target, Packet packet, boolean egress) {
        List<Object> tiers = new ArrayList<>(objects.stream()
                .filter(it -> Raw.text(it, "kind").equals("Tier"))
                .toList());
        tiers.add(RandomObjects.object(
                "projectcalico.org/v3",
                "Tier",
                Map.of("name", "default"),
                Map.of("order", 1_000_000, "defaultAction", "Deny")));
        tiers.sort(Comparator.comparingInt(it -> Raw.number(it, "spec", "order")));
        for (Object tier : tiers) {
            Optional<Boolean> decided = inTier(tier, own, other, target, packet, egress);
            if (decided.isPresent()) {
                return decided.get();
            }
        }
        return true;
    }

    private static boolean isPortable(Object policy) {
        return Raw.text(policy, "apiVersion").equals("networking.k8s.io/v1");
    }

    private List<Asked> policies(String tier) {
        List<Asked> asked = new ArrayList<>();
        for (Object policy : objects) {
            boolean isPolicy = Raw.text(policy, "kind").endsWith("NetworkPolicy");
            String own = Raw.has(policy, "spec", "tier") ? Raw.text(policy, "spec", "tier") : "default";
            if (isPolicy && own.equals(tier)) {
                String name = (isPortable(policy) ? "knp.default." : "") + Raw.text(policy, "metadata", "name");
                String order = Raw.text(policy, "spec", "order");
                double place = order.isEmpty() ? Double.MAX_VALUE : Double.parseDouble(order);
                asked.add(new Asked(isPortable(policy) ? 1000 : place, name, policy));
            }
        }
        asked.sort(Comparator.comparingDouble(Asked::order).thenComparing(Asked::name));
        return asked;
    }

    private Optional<Boolean> inTier(Object tier, Party own, Party other, Party target, Packet packet, boolean egress) {
        boolean isThere = false;
        for (Asked it : policies(Raw.text(tier, "metadata", "name"))) {
            if (isPortable(it.policy)) {
                Optional<Boolean> said = Portable.passes(List.of(it.policy), own, other, target, packet, egress);
                isThere |= said.isPresent();
                if (said.orElse(false)) {
                    return said;
                }
            } else if (isSelected(it.policy, own) && types(it.policy).contains(egress ? "Egress" : "Ingress")) {
                isThere = true;
                for (Object rule : Raw.list(it.policy, "spec", egress ? "egress" : "ingress")) {
                    String action = Raw.text(rule, "action");
                    if (!action.equals("Log") && isAbout(rule, it.policy, own, other, target, packet, egress)) {
                        return action.equals("Pass") ? Optional.empty() : Optional.of(action.equals("Allow"));
                    }
                }
            }
        }
        boolean refuses = !Raw.text(tier, "spec", "defaultAction").equals("Pass");
        return isThere && refuses ? Optional.of(false) : Optional.empty();
    }

    private static List<Object> types(Object policy) {
        List<Object> said = Raw.list(policy, "spec", "types");
        if (!said.isEmpty()) {
            return said;
        }
        boolean hasIngress = !Raw.list(policy, "spec", "ingress").isEmpty();
        boolean hasEgress = !Raw.list(policy, "spec", "egress").isEmpty();
        return hasEgress ? hasIngress ? List.of("Ingress", "Egress") : List.of("Egress") : List.of("Ingress");
    }

    private static Map<String, String> labels(Party party) {
        Map<String, String> labels = new HashMap<>(party.labels());
        labels.put("projectcalico.org/namespace", party.namespace());
        labels.put("projectcalico.org/orchestrator", "k8s");
        labels.put("projectcalico.org/serviceaccount", party.account());
        party.namespaceLabels().forEach((key, value) -> labels.put("pcns." + key, value));
        return labels;
    }

    private static Map<String, String> namespaceLabels(Party party) {
        Map<String, String> labels = new HashMap<>(party.namespaceLabels());
        labels.put("projectcalico.org/name", party.namespace());
        return labels;
    }

    private boolean isSelected(Object policy, Party own) {
        String namespace = Raw.text(policy, "metadata", "namespace");
        return own.isPod()
                && (namespace.isEmpty() || namespace.equals(own.namespace()))
                && made.selectors.matches(Raw.text(policy, "spec", "selector"), labels(own))
                && made.selectors.matches(Raw.text(policy, "spec", "namespaceSelector"), namespaceLabels(own));
    }

    private boolean isAbout(
            Object rule, Object policy, Party own, Party other, Party target, Packet packet, boolean egress) {
        Optional<Object> source = Raw.get(rule, "source");
        Optional<Object> destination = Raw.get(rule, "destination");
        Party from = egress ? own : other;
        Party to = egress ? other : own;
        String namespace = Raw.text(policy, "metadata", "namespace");
        return isVersion(rule, other, packet)
                && isProtocol(rule, packet)
                && source.filter(it -> !isEntity(it, namespace, from, target, packet))
                        .isEmpty()
                && destination
                        .filter(it -> !isEntity(it, namespace, to, target, packet))
                        .isEmpty()
                && destination.filter(it -> !isPort(it, to, packet)).isEmpty();
    }

    private static boolean isVersion(Object rule, Party other, Packet packet) {
        if (!Raw.has(rule, "ipVersion")) {
            return true;
        }
        int version = Raw.number(rule, "ipVersion");
        if (other.namespace().isEmpty() && other.address().contains(":") != (version == 6)) {
            return false;
        }
        return packet.protocol().startsWith("ICMP")
                ? packet.protocol().equals("ICMP") == (version == 4)
                : other.namespace().isEmpty() || version == 4;
    }

    private static boolean isProtocol(Object rule, Packet packet) {
        String protocol = Raw.text(rule, "protocol");
        boolean isOther = !protocol.isEmpty() && !protocol.equals(packet.protocol());
        if (isOther || Raw.text(rule, "notProtocol").equals(packet.protocol())) {
            return false;
        }
        return Raw.get(rule, "icmp").filter(it -> !isMessage(it, packet)).isEmpty()
                && Raw.get(rule, "notICMP").filter(it -> isMessage(it, packet)).isEmpty();
    }

    private static boolean isMessage(Object icmp, Packet packet) {
        return Raw.number(icmp, "type") == packet.number()
                && (!Raw.has(icmp, "code") || Raw.number(icmp, "code") == packet.code());
    }

    private static boolean isPort(Object entity, Party to, Packet packet) {
        List<Object> ports = Raw.list(entity, "ports");
        boolean isOne = ports.isEmpty() || ports.stream().anyMatch(it -> isPort(it.toString(), to, packet));
        return isOne && Raw.list(entity, "notPorts").stream().noneMatch(it -> isPort(it.toString(), to, packet));
    }

    private static boolean isPort(String port, Party to, Packet packet) {
        if (port.contains(":")) {
            String[] ends = port.split(":", -1);
            return Integer.parseInt(ends[0]) <= packet.number() && packet.number() <= Integer.parseInt(ends[1]);
        }
        return port.equals(Integer.toString(packet.number()))
                || Integer.valueOf(packet.number())
                        .equals(to.ports().get(packet.protocol().toUpperCase(Locale.ROOT) + "/" + port));
    }

    private boolean isEntity(Object entity, String namespace, Party party, Party target, Packet packet) {
        List<String> nets =
                Raw.list(entity, "nets").stream().map(Object::toString).toList();
        List<String> notNets =
                Raw.list(entity, "notNets").stream().map(Object::toString).toList();
        if (!nets.isEmpty() && !party.isIn(nets) || party.isIn(notNets)) {
            return false;
        }
        Optional<Object> accounts = Raw.get(entity, "serviceAccounts");
        boolean isSelected =
                Raw.has(entity, "selector") || Raw.has(entity, "namespaceSelector") || accounts.isPresent();
        boolean isPlaced = isSelected || !namespace.isEmpty() && Raw.has(entity, "notSelector");
        if (isPlaced && !isLabelled(entity, Raw.text(entity, "selector"), namespace, party, accounts)) {
            return false;
        }
        if (Raw.has(entity, "notSelector") && isLabelledAnywhere(Raw.text(entity, "notSelector"), party)) {
            return false;
        }
        return Raw.get(entity, "services")
                .filter(it -> !isBehind(it, namespace, party, target, packet))
                .isEmpty();
    }

    private boolean isLabelled(
            Object entity, String selector, String namespace, Party party, Optional<Object> accounts) {
        String namespaces = Raw.text(entity, "namespaceSelector");
        boolean isPod = party.isPod()
                && made.selectors.matches(selector, labels(party))
                && (namespaces.isEmpty()
                        ? namespace.isEmpty() || namespace.equals(party.namespace())
                        : !namespaces.equals("global()") && made.selectors.matches(namespaces, namespaceLabels(party)))
                && (accounts.isEmpty() || Raw.list(accounts.get(), "names").contains(party.account()));
        return isPod
                || accounts.isEmpty()
                        && sets(selector, party).stream().anyMatch(it -> isPlaced(it, namespaces, namespace));
    }

    private boolean isLabelledAnywhere(String selector, Party party) {
        return party.isPod() && made.selectors.matches(selector, labels(party))
                || !sets(selector, party).isEmpty();
    }

    /** The sets with these labels that have the address. */
    private List<Object> sets(String selector, Party party) {
        return objects.stream()
                .filter(it -> Raw.text(it, "kind").endsWith("NetworkSet"))
                .filter(it -> party.isIn(Raw.list(it, "spec", "nets").stream()
                        .map(Object::toString)
                        .toList()))
                .filter(it -> {
                    Map<String, String> labels = new HashMap<>();
                    ((Map<?, ?>) Raw.get(it, "metadata", "labels").orElse(Map.of()))
                            .forEach((key, value) -> labels.put(key.toString(), value.toString()));
                    if (Raw.has(it, "metadata", "namespace")) {
                        labels.put("projectcalico.org/namespace", Raw.text(it, "metadata", "namespace"));
                    }
                    return made.selectors.matches(selector, labels);
                })
                .toList();
    }

    private boolean isPlaced(Object set, String namespaces, String own) {
        String namespace = Raw.text(set, "metadata", "namespace");
        if (namespaces.isEmpty()) {
            return own.isEmpty() || own.equals(namespace);
        }
        if (namespace.isEmpty() || namespaces.equals("global()")) {
            // All that is in no namespace has none of the labels of one.
            return namespace.isEmpty()
                    && (namespaces.equals("global()")
                            || made.selectors.matches(namespaces, Map.of(RandomSelector.NO_NAMESPACE, "")));
        }
        Map<String, String> labels = new HashMap<>(made.namespaces.get(namespace));
        labels.put("projectcalico.org/name", namespace);
        return made.selectors.matches(namespaces, labels);
    }

    /** The service of the random clusters is before pods with {@code app: a}, from its port 80 to their `http`. */
    private static boolean isBehind(Object services, String own, Party party, Party target, Packet packet) {
        String namespace = Raw.has(services, "namespace") ? Raw.text(services, "namespace") : own;
        boolean isBehind =
                party.namespace().equals(namespace) && "a".equals(party.labels().get("app"));
        return isBehind
                && (!party.equals(target)
                        || packet.protocol().equals("TCP")
                                && Integer.valueOf(packet.number())
                                        .equals(party.ports().get("TCP/http")));
    }
}
