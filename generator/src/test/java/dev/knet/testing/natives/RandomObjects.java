package dev.knet.testing.natives;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Small clusters as manifests, with few names, so that what is in them meets; and what only the cluster knows of them. */
public final class RandomObjects {
    static final List<String> NAMESPACES = List.of("shop", "mon");
    static final List<String> VALUES = List.of("a", "b", "c");

    final Random random;

    public RandomObjects(Random random) {
        this.random = random;
    }

    /** A cluster without policies. */
    public record Cluster(List<Object> objects, List<Party> pods) {}

    public Cluster cluster() {
        List<Object> objects = new ArrayList<>();
        Map<String, Map<String, String>> namespaces = new HashMap<>();
        for (String name : NAMESPACES) {
            Map<String, String> labels = labels(List.of("team"));
            objects.add(object("v1", "Namespace", Map.of("name", name, "labels", labels), Map.of()));
            labels.put("kubernetes.io/metadata.name", name);
            namespaces.put(name, labels);
        }
        List<Party> pods = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String namespace = any(NAMESPACES);
            Party pod = new Party(
                    namespace,
                    "w" + i,
                    namespaces.get(namespace),
                    labels(List.of("app", "role")),
                    random.nextBoolean() ? Map.of("TCP/http", 80) : Map.of(),
                    random.nextInt(8) == 0,
                    any(List.of("default", "front")),
                    any(List.of("10.0.0.", "10.1.2.", "203.0.113.")) + (i + 1));
            pods.add(pod);
            objects.add(manifest(pod));
        }
        return new Cluster(objects, pods);
    }

    /** One that no manifest has. */
    public Party stranger(Cluster cluster) {
        String namespace = any(List.of("shop", "mon", "far"));
        Map<String, String> labels = labels(List.of("team"));
        cluster.objects().stream()
                .filter(it -> Raw.text(it, "kind").equals("Namespace")
                        && Raw.text(it, "metadata", "name").equals(namespace))
                .forEach(it -> {
                    labels.clear();
                    Raw.get(it, "metadata", "labels")
                            .ifPresent(own -> ((Map<?, ?>) own)
                                    .forEach((key, value) -> labels.put(key.toString(), value.toString())));
                });
        labels.put("kubernetes.io/metadata.name", namespace);
        return new Party(
                namespace, "stranger", labels, labels(List.of("app", "role")), Map.of(), false, "default", "10.9.9.9");
    }

    private static Object manifest(Party pod) {
        Map<String, Object> container = new LinkedHashMap<>(Map.of("name", "c"));
        container.put(
                "ports",
                pod.ports().entrySet().stream()
                        .map(it -> Map.of(
                                "name", it.getKey().substring(4), "protocol", "TCP", "containerPort", it.getValue()))
                        .toList());
        return object(
                "v1",
                "Pod",
                Map.of("name", pod.name(), "namespace", pod.namespace(), "labels", pod.labels()),
                Map.of(
                        "hostNetwork",
                        pod.hostNetwork(),
                        "serviceAccountName",
                        pod.account(),
                        "containers",
                        List.of(container)));
    }

    static Map<String, Object> object(String apiVersion, String kind, Map<String, ?> metadata, Map<String, ?> spec) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("apiVersion", apiVersion);
        object.put("kind", kind);
        object.put("metadata", metadata);
        object.put("spec", spec);
        return object;
    }

    Map<String, String> labels(List<String> keys) {
        Map<String, String> labels = new TreeMap<>();
        keys.stream().filter(it -> random.nextBoolean()).forEach(it -> labels.put(it, any(VALUES)));
        return labels;
    }

    public Object networkPolicy(int number) {
        List<String> types = any(List.of(List.of("Ingress"), List.of("Egress"), List.of("Ingress", "Egress")));
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("podSelector", selector(List.of("app", "role")));
        spec.put("policyTypes", types);
        for (String type : types) {
            boolean egress = type.equals("Egress");
            spec.put(egress ? "egress" : "ingress", some(0, 2, () -> portableRule(egress)));
        }
        return object(
                "networking.k8s.io/v1",
                "NetworkPolicy",
                Map.of("name", "np" + number, "namespace", any(NAMESPACES)),
                spec);
    }

    private Object portableRule(boolean egress) {
        return Map.of(
                egress ? "to" : "from",
                some(0, 2, this::portablePeer),
                "ports",
                some(
                        0,
                        2,
                        () -> any(List.of(
                                Map.of("protocol", "TCP", "port", 80),
                                Map.of("protocol", "TCP", "port", "http"),
                                Map.of("protocol", "UDP")))));
    }

    private Object portablePeer() {
        return switch (random.nextInt(3)) {
            case 0 -> Map.of("ipBlock", Map.of("cidr", any(List.of("0.0.0.0/0", "10.0.0.0/8", "203.0.113.0/24"))));
            case 1 -> Map.of("podSelector", selector(List.of("app", "role")));
            default ->
                Map.of("namespaceSelector", selector(List.of("team")), "podSelector", selector(List.of("app", "role")));
        };
    }

    Map<String, Object> selector(List<String> keys) {
        return switch (random.nextInt(4)) {
            case 0 -> Map.of();
            case 1 -> Map.of("matchLabels", Map.of(any(keys), any(VALUES)));
            case 2 -> Map.of("matchExpressions", List.of(requirement(keys)));
            default ->
                Map.of(
                        "matchLabels", Map.of(any(keys), any(VALUES)),
                        "matchExpressions", List.of(requirement(keys)));
        };
    }

    private Object requirement(List<String> keys) {
        Map<String, Object> requirement = new LinkedHashMap<>();
        requirement.put("key", any(keys));
        String operator = any(List.of("In", "NotIn", "Exists", "DoesNotExist"));
        requirement.put("operator", operator);
        if (operator.endsWith("In")) {
            requirement.put("values", random.nextBoolean() ? List.of("a") : List.of("a", "b"));
        }
        return requirement;
    }

    <T> List<T> some(int least, int most, Supplier<T> next) {
        List<T> some = new ArrayList<>();
        for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
            some.add(next.get());
        }
        return some;
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
