package dev.knet.lower;

import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Requirement;
import dev.knet.model.Selector;
import dev.knet.model.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Says the same pods in few selections, so that one `allow-dns` serves a namespace where it can. */
final class PodGroups {
    private PodGroups() {}

    static List<Peer.Pods> of(Set<Peer.Pods> clients) {
        Map<Namespace, List<Peer.Pods>> byNamespace = new LinkedHashMap<>();
        for (Peer.Pods pods : clients) {
            byNamespace
                    .computeIfAbsent(pods.namespace().orElseThrow(), n -> new ArrayList<>())
                    .add(pods);
        }
        List<Peer.Pods> grouped = new ArrayList<>();
        byNamespace.forEach((namespace, pods) -> grouped.addAll(grouped(pods)));
        grouped.sort(Comparator.comparing(Peer.Pods::key));
        return grouped;
    }

    private static List<Peer.Pods> grouped(List<Peer.Pods> clients) {
        List<Peer.Pods> grouped = new ArrayList<>();
        SortedSet<String> apps = new TreeSet<>();
        for (Peer.Pods pods : clients) {
            if (pods.selector().isEverything()) {
                return List.of(pods);
            }
            if (isOneApp(pods.selector())) {
                apps.addAll(pods.selector().requirements().get(0).values());
            } else {
                grouped.add(pods);
            }
        }
        if (!apps.isEmpty()) {
            Requirement anyOf = new Requirement(Workload.APP_LABEL, Requirement.Operator.IN, List.copyOf(apps));
            grouped.add(Peer.Pods.of(clients.get(0).namespaces(), new Selector(List.of(anyOf))));
        }
        return grouped;
    }

    private static boolean isOneApp(Selector selector) {
        return selector.requirements().size() == 1
                && selector.requirements().get(0).isEquality()
                && selector.requirements().get(0).key().equals(Workload.APP_LABEL);
    }
}
