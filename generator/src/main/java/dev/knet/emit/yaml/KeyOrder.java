package dev.knet.emit.yaml;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** The order of keys: as people write manifests as far as a key is listed here, and by the alphabet after that. */
final class KeyOrder implements Comparator<String> {
    /** For objects, whose keys the format gives. */
    static final KeyOrder OBJECT = new KeyOrder(ranks(
            "apiVersion kind metadata",
            "name generateName namespace labels annotations",
            "type schedule serviceName externalName clusterIP replicas",
            "namespaceSelector podSelector selector matchLabels matchExpressions policyTypes ingress egress from to",
            "image imagePullPolicy command args workingDir env envFrom",
            "containerPort protocol path port endPort targetPort nodePort ports",
            "resources requests limits startupProbe readinessProbe livenessProbe volumeMounts",
            "initContainers containers volumes strategy updateStrategy template volumeClaimTemplates",
            "spec status"));

    /** For maps whose keys the user gives, such as labels: by the alphabet alone. */
    static final KeyOrder DICTIONARY = new KeyOrder(Map.of());

    private final Map<String, Integer> ranks;

    private KeyOrder(Map<String, Integer> ranks) {
        this.ranks = ranks;
    }

    private static Map<String, Integer> ranks(String... lines) {
        Map<String, Integer> ranks = new HashMap<>();
        for (String line : lines) {
            for (String key : line.split(" ")) {
                ranks.put(key, ranks.size());
            }
        }
        return ranks;
    }

    @Override
    public int compare(String left, String right) {
        int byRank = ranks.isEmpty() ? 0 : Integer.compare(rank(left), rank(right));
        return byRank != 0 ? byRank : left.compareTo(right);
    }

    private int rank(String key) {
        return ranks.getOrDefault(key, Integer.MAX_VALUE);
    }
}
