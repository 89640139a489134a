package dev.knet.architecture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for a way from a node of a graph back to itself. */
final class Cycles {
    private final Map<String, Set<String>> graph;
    private final Set<String> done = new HashSet<>();
    private final List<String> path = new ArrayList<>();

    private Cycles(Map<String, Set<String>> graph) {
        this.graph = graph;
    }

    /** One cycle, its first node repeated at its end; empty if there is none. */
    static List<String> firstOf(Map<String, Set<String>> graph) {
        var search = new Cycles(graph);
        for (String node : graph.keySet()) {
            List<String> cycle = search.from(node);
            if (!cycle.isEmpty()) {
                return cycle;
            }
        }
        return List.of();
    }

    private List<String> from(String node) {
        int start = path.indexOf(node);
        path.add(node);
        if (start >= 0) {
            return List.copyOf(path.subList(start, path.size()));
        }
        if (!done.contains(node)) {
            for (String next : graph.getOrDefault(node, Set.of())) {
                List<String> cycle = from(next);
                if (!cycle.isEmpty()) {
                    return cycle;
                }
            }
            done.add(node);
        }
        path.remove(path.size() - 1);
        return List.of();
    }
}
