package dev.knet.testing.natives;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Random policies of Calico, with the tiers, sets and services that they speak of. */
public final class RandomCalico {
    private static final String VERSION = "projectcalico.org/v3";
    private static final List<String> KEYS = List.of(
            "app",
            "role",
            "projectcalico.org/namespace",
            "projectcalico.org/orchestrator",
            "projectcalico.org/serviceaccount",
            "pcns.team");
    private static final List<String> NAMESPACE_KEYS =
            List.of("team", "projectcalico.org/name", "kubernetes.io/metadata.name");
    private static final List<String> NETS =
            List.of("10.0.0.0/8", "0.0.0.0/0", "203.0.113.0/24", "169.254.169.254/32", "2001:db8::/32");

    final RandomSelector selectors;
    final Map<String, Map<String, String>> namespaces = new HashMap<>();

    private final RandomObjects objects;
    private final Random random;

    public RandomCalico(RandomObjects objects, RandomObjects.Cluster cluster) {
        this.objects = objects;
        this.random = objects.random;
        this.selectors = new RandomSelector(random);
        for (Object object : cluster.objects()) {
            if (Raw.text(object, "kind").equals("Namespace")) {
                String name = Raw.text(object, "metadata", "name");
                Map<String, String> labels = new HashMap<>(Map.of("kubernetes.io/metadata.name", name));
                ((Map<?, ?>) Raw.get(object, "metadata", "labels").orElse(Map.of()))
                        .forEach((key, value) -> labels.put(key.toString(), value.toString()));
                namespaces.put(name, labels);
            }
        }
    }

    /** Policies and what is beside them. */
    public List<Object> next() {
        List<Object> all = new ArrayList<>();
        all.add(tier("before", 10));
        all.add(tier("behind", 2_000_000));
        for (String namespace : RandomObjects.NAMESPACES) {
            all.add(RandomObjects.object(
                    "v1",
                    "Service",
                    Map.of("name", "front", "namespace", namespace),
                    Map.of(
                            "selector",
                            Map.of("app", "a"),
                            "ports",
                            List.of(Map.of("port", 80, "targetPort", "http")))));
        }
        for (int i = 0; i < 2; i++) {
            Map<String, Object> metadata = new LinkedHashMap<>();
            boolean isGlobal = random.nextBoolean();
            metadata.put("name", "set" + i);
            metadata.put("labels", objects.labels(List.of("app", "role")));
            if (!isGlobal) {
                metadata.put("namespace", objects.any(RandomObjects.NAMESPACES));
            }
            all.add(RandomObjects.object(
                    VERSION,
                    isGlobal ? "GlobalNetworkSet" : "NetworkSet",
                    metadata,
                    Map.of("nets", List.of(objects.any(NETS)))));
        }
        for (int i = 0; i < 4; i++) {
            all.add(policy(i));
        }
        return all;
    }

    private Object tier(String name, int order) {
        return RandomObjects.object(
                VERSION,
                "Tier",
                Map.of("name", name),
                Map.of("order", order, "defaultAction", objects.any(List.of("Deny", "Pass"))));
    }

    private Object policy(int number) {
        boolean isGlobal = random.nextBoolean();
        Map<String, Object> metadata = new LinkedHashMap<>(Map.of("name", "p" + number));
        Map<String, Object> spec = new LinkedHashMap<>();
        if (isGlobal) {
            maybe(spec, "namespaceSelector", () -> selectors.next(NAMESPACE_KEYS));
        } else {
            metadata.put("namespace", objects.any(RandomObjects.NAMESPACES));
        }
        maybe(spec, "tier", () -> objects.any(List.of("before", "default", "behind")));
        maybe(spec, "order", () -> objects.any(List.of(-1, 500, 1000.5, 2000)));
        maybe(spec, "selector", () -> selectors.next(KEYS));
        maybe(spec, "types", () -> objects.any(List.of(List.of("Ingress"), List.of("Egress", "Ingress"))));
        maybe(spec, "ingress", () -> objects.some(0, 3, () -> rule(false, isGlobal)));
        maybe(spec, "egress", () -> objects.some(0, 3, () -> rule(true, isGlobal)));
        return RandomObjects.object(VERSION, isGlobal ? "GlobalNetworkPolicy" : "NetworkPolicy", metadata, spec);
    }

    private void maybe(Map<String, Object> spec, String key, Supplier<Object> value) {
        if (random.nextBoolean()) {
            spec.put(key, value.get());
        }
    }

    private Object rule(boolean egress, boolean isGlobal) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("action", objects.any(List.of("Allow", "Allow", "Deny", "Pass", "Log")));
        Map<String, Object> destination = new LinkedHashMap<>();
        Map<String, Object> source = new LinkedHashMap<>();
        protocol(rule, destination);
        Map<String, Object> peer = egress ? destination : source;
        Map<String, Object> own = egress ? source : destination;
        entity(peer, 3);
        entity(own, 8);
        if (random.nextInt(8) == 0 && !destination.containsKey("ports") && !destination.containsKey("notPorts")) {
            peer.clear();
            Map<String, Object> services = new LinkedHashMap<>(Map.of("name", "front"));
            if (isGlobal || random.nextBoolean()) {
                services.put("namespace", "shop");
            }
            peer.put("services", services);
        }
        if (!source.isEmpty()) {
            rule.put("source", source);
        }
        if (!destination.isEmpty()) {
            rule.put("destination", destination);
        }
        return rule;
    }

    private void protocol(Map<String, Object> rule, Map<String, Object> destination) {
        switch (random.nextInt(7)) {
            case 0 -> {
                rule.put("protocol", "TCP");
                maybe(destination, "ports", () -> objects.some(1, 2, () -> objects.any(List.of(80, "80:90", "http"))));
                if (!destination.containsKey("ports")) {
                    maybe(destination, "notPorts", () -> List.of(objects.any(List.of(81, "8000:9000"))));
                }
            }
            case 1 -> {
                rule.put("protocol", "ICMP");
                maybe(rule, "icmp", () -> objects.any(List.of(Map.of("type", 8), Map.of("type", 8, "code", 0))));
                maybe(rule, "ipVersion", () -> 4);
            }
            case 2 -> {
                rule.put("protocol", "ICMPv6");
                maybe(rule, "notICMP", () -> Map.of("type", 128));
            }
            case 3 -> rule.put("protocol", 47);
            case 4 -> rule.put("notProtocol", objects.any(List.of("TCP", "ICMP", 47)));
            case 5 -> maybe(rule, "ipVersion", () -> objects.any(List.of(4, 6)));
            default -> {}
        }
    }

    /** Each field once in so many. */
    private void entity(Map<String, Object> entity, int rarely) {
        if (random.nextInt(rarely) == 0) {
            entity.put("selector", selectors.next(KEYS));
        }
        if (random.nextInt(rarely + 2) == 0) {
            entity.put("notSelector", selectors.next(KEYS));
        }
        if (random.nextInt(rarely + 1) == 0) {
            entity.put("namespaceSelector", random.nextInt(4) == 0 ? "global()" : selectors.next(NAMESPACE_KEYS));
        }
        if (random.nextInt(rarely + 2) == 0) {
            entity.put(objects.any(List.of("nets", "notNets")), List.of(objects.any(NETS)));
        }
        if (random.nextInt(rarely + 4) == 0) {
            entity.put("serviceAccounts", Map.of("names", List.of("front")));
        }
    }
}
