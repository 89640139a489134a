package dev.knet.testing.natives;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random policies of Cilium, with the services that they speak of. */
public final class RandomCilium {
    private static final List<String> KEYS = List.of(
            "app",
            "k8s:role",
            "any:app",
            "k8s:io.kubernetes.pod.namespace",
            "io.cilium.k8s.policy.serviceaccount",
            "k8s:io.cilium.k8s.namespace.labels.team");
    private static final List<String> CIDRS =
            List.of("10.0.0.0/8", "0.0.0.0/0", "203.0.113.7/24", "169.254.169.254/32", "2001:db8::/32");

    private final RandomObjects objects;
    private final Random random;

    public RandomCilium(RandomObjects objects) {
        this.objects = objects;
        this.random = objects.random;
    }

    /** Policies and what is beside them. */
    public List<Object> next() {
        List<Object> all = new ArrayList<>();
        for (String namespace : RandomObjects.NAMESPACES) {
            all.add(RandomObjects.object(
                    "v1",
                    "Service",
                    Map.of("name", "front", "namespace", namespace),
                    Map.of("selector", Map.of("app", "a"), "ports", List.of(Map.of("port", 80)))));
        }
        for (int i = 0; i < 4; i++) {
            all.add(policy(i));
        }
        return all;
    }

    private Object policy(int number) {
        boolean isWide = random.nextInt(3) == 0;
        Map<String, Object> metadata = new LinkedHashMap<>(Map.of("name", "p" + number));
        if (!isWide) {
            metadata.put("namespace", objects.any(RandomObjects.NAMESPACES));
        }
        Map<String, Object> policy = RandomObjects.object(
                "cilium.io/v2",
                isWide ? "CiliumClusterwideNetworkPolicy" : "CiliumNetworkPolicy",
                metadata,
                spec(isWide));
        if (random.nextInt(5) == 0) {
            policy.put("specs", List.of(spec(isWide)));
        }
        return policy;
    }

    private Map<String, Object> spec(boolean isWide) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("endpointSelector", objects.selector(KEYS));
        for (String side : List.of("ingress", "egress")) {
            boolean egress = side.equals("egress");
            if (random.nextBoolean()) {
                spec.put(side, objects.some(1, 2, () -> rule(egress, isWide)));
            }
            if (random.nextInt(3) == 0) {
                spec.put(side + "Deny", objects.some(1, 2, () -> rule(egress, isWide)));
            }
        }
        if (spec.size() == 1) {
            spec.put("ingress", List.of(Map.of()));
        }
        if (random.nextBoolean()) {
            spec.put("enableDefaultDeny", Map.of(objects.any(List.of("ingress", "egress")), random.nextBoolean()));
        }
        return spec;
    }

    private Object rule(boolean egress, boolean isWide) {
        String word = egress ? "to" : "from";
        Map<String, Object> rule = new LinkedHashMap<>();
        switch (random.nextInt(egress ? 8 : 7)) {
            case 0, 1 -> rule.put(word + "Endpoints", objects.some(0, 2, () -> objects.selector(KEYS)));
            case 2 ->
                rule.put(
                        word + "Entities",
                        objects.some(
                                1,
                                2,
                                () -> objects.any(List.of("all", "world", "cluster", "none", "host", "remote-node"))));
            case 3 -> rule.put(word + "CIDR", List.of(objects.any(CIDRS)));
            case 4 ->
                rule.put(
                        word + "CIDRSet",
                        List.of(Map.of("cidr", "0.0.0.0/0", "except", List.of(objects.any(CIDRS.subList(0, 4))))));
            case 7 -> {
                Map<String, Object> service = new LinkedHashMap<>(Map.of("serviceName", "front"));
                if (isWide || random.nextBoolean()) {
                    service.put("namespace", "shop");
                }
                rule.put("toServices", List.of(Map.of("k8sService", service)));
            }
            default -> {}
        }
        switch (random.nextInt(5)) {
            case 0, 1 -> rule.put("toPorts", objects.some(1, 2, () -> Map.of("ports", objects.some(1, 2, this::port))));
            case 2 ->
                rule.put(
                        "icmps",
                        List.of(Map.of(
                                "fields",
                                objects.any(List.of(
                                        List.of(Map.of("type", 8)),
                                        List.of(Map.of("family", "IPv6", "type", "EchoRequest")),
                                        List.of(
                                                Map.of("family", "IPv4", "type", "EchoRequest"),
                                                Map.of("type", 0)))))));
            default -> {}
        }
        return rule;
    }

    private Object port() {
        return objects.any(List.of(
                Map.of("port", "80", "protocol", "TCP"),
                Map.of("port", "80"),
                Map.of("port", "0", "protocol", "UDP"),
                Map.of("port", "80", "endPort", 90, "protocol", "ANY"),
                Map.of("port", "90", "endPort", 80, "protocol", "ANY"),
                Map.of("port", "http", "protocol", "TCP")));
    }
}
