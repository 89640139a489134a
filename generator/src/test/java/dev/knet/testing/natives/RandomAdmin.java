package dev.knet.testing.natives;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random policies of the group `policy.networking.k8s.io`. */
public final class RandomAdmin {
    private final RandomObjects objects;
    private final Random random;

    public RandomAdmin(RandomObjects objects) {
        this.objects = objects;
        this.random = objects.random;
    }

    public Object next(int number) {
        return switch (random.nextInt(5)) {
            case 0 -> admin(number);
            case 1 -> number == 0 ? baseline() : cluster(number);
            default -> cluster(number);
        };
    }

    private Object cluster(int number) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("tier", objects.any(List.of("Admin", "Baseline")));
        spec.put("priority", number);
        return policy("policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy", "cnp" + number, spec, "Accept");
    }

    private Object admin(int number) {
        Map<String, Object> spec = new LinkedHashMap<>(Map.of("priority", number));
        return policy("policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", "anp" + number, spec, "Allow");
    }

    private Object baseline() {
        Map<String, Object> spec = new LinkedHashMap<>();
        return policy("policy.networking.k8s.io/v1alpha1", "BaselineAdminNetworkPolicy", "default", spec, "Allow");
    }

    private Object policy(String apiVersion, String kind, String name, Map<String, Object> spec, String allow) {
        spec.put("subject", pods());
        for (String side : List.of("ingress", "egress")) {
            if (random.nextBoolean()) {
                spec.put(side, objects.some(0, 3, () -> rule(kind, side.equals("egress"), allow)));
            }
        }
        return RandomObjects.object(apiVersion, kind, Map.of("name", name), spec);
    }

    private Object pods() {
        return random.nextBoolean()
                ? Map.of("namespaces", objects.selector(List.of("team", "kubernetes.io/metadata.name")))
                : Map.of(
                        "pods",
                        Map.of(
                                "namespaceSelector", objects.selector(List.of("team")),
                                "podSelector", objects.selector(List.of("app", "role"))));
    }

    private Object rule(String kind, boolean egress, String allow) {
        Map<String, Object> rule = new LinkedHashMap<>();
        boolean canPass = !kind.startsWith("Baseline");
        rule.put("action", objects.any(canPass ? List.of(allow, "Deny", "Pass") : List.of(allow, "Deny")));
        boolean hasNetworks = egress && random.nextInt(3) == 0;
        rule.put(
                egress ? "to" : "from",
                objects.some(1, 2, () -> hasNetworks && random.nextBoolean() ? networks() : pods()));
        boolean isOld = !allow.equals("Accept");
        if (random.nextBoolean()) {
            rule.put(
                    isOld ? "ports" : "protocols",
                    objects.some(1, 2, () -> isOld ? port(!hasNetworks) : protocol(!hasNetworks)));
        }
        return rule;
    }

    private Object networks() {
        return Map.of(
                "networks",
                objects.any(List.of(
                        List.of("10.0.0.0/8"),
                        List.of("0.0.0.0/0", "::/0"),
                        List.of("203.0.113.0/24", "169.254.0.0/16"),
                        List.of("169.254.169.254/32"))));
    }

    private Object protocol(boolean canBeNamed) {
        return switch (random.nextInt(canBeNamed ? 4 : 3)) {
            case 0 -> Map.of("tcp", Map.of("destinationPort", Map.of("number", 80)));
            case 1 -> Map.of("tcp", Map.of("destinationPort", Map.of("range", Map.of("start", 80, "end", 90))));
            case 2 -> Map.of("udp", Map.of("destinationPort", Map.of("number", 53)));
            default -> Map.of("destinationNamedPort", "http");
        };
    }

    private Object port(boolean canBeNamed) {
        return switch (random.nextInt(canBeNamed ? 3 : 2)) {
            case 0 -> Map.of("portNumber", Map.of("protocol", "TCP", "port", 80));
            case 1 -> Map.of("portRange", Map.of("protocol", "UDP", "start", 50, "end", 60));
            default -> Map.of("namedPort", "http");
        };
    }
}
