package dev.knet.lower;

import dev.knet.model.Direction;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All policies of a topology and the names of them. An author's name stands; `deny-…`, `allow-dns` and
 * `allow-<workload>` give way to it, and to each other in this order, by a number at the end.
 */
final class PolicyDrafts {
    private static final int LONGEST_SELECTION = 40;

    /** Sorted: by rank, then by name, then by whom they select, so that names do not depend on the source's order. */
    private final Map<Key, PolicyDraft> drafts = new TreeMap<>();

    private enum Rank {
        CHOSEN,
        ISOLATION,
        DNS,
        PERMISSION
    }

    private record Key(Rank rank, String namespace, String name, String pods) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byRank = rank.compareTo(other.rank);
            int byNamespace = byRank != 0 ? byRank : namespace.compareTo(other.namespace);
            int byName = byNamespace != 0 ? byNamespace : name.compareTo(other.name);
            return byName != 0 ? byName : pods.compareTo(other.pods);
        }
    }

    PolicyDraft isolation(Peer.Pods pods, List<Direction> directions, Optional<String> chosen) {
        String what = directions.size() > 1 ? "all" : directions.get(0).word();
        String whom = pods.selector().isEverything() ? "" : "-" + nameOf(pods);
        return draft(Rank.ISOLATION, "deny-" + what + whom, pods, chosen);
    }

    PolicyDraft permission(Peer.Pods pods, Optional<String> chosen) {
        return draft(Rank.PERMISSION, "allow-" + nameOf(pods), pods, chosen);
    }

    /** The one for the workloads of a namespace, or for all of it, has the plain name. */
    PolicyDraft dns(Peer.Pods pods) {
        boolean plain = pods.selector().requirements().stream()
                .allMatch(requirement -> requirement.key().equals(Workload.APP_LABEL));
        return draft(Rank.DNS, plain ? "allow-dns" : "allow-dns-" + nameOf(pods), pods, Optional.empty());
    }

    private PolicyDraft draft(Rank rank, String name, Peer.Pods pods, Optional<String> chosen) {
        String namespace = pods.namespace().orElseThrow().name();
        Key key = chosen.isPresent()
                ? new Key(Rank.CHOSEN, namespace, chosen.get(), "")
                : new Key(rank, namespace, name, Rule.key(pods));
        return drafts.computeIfAbsent(key, k -> new PolicyDraft(pods));
    }

    List<Manifest> manifests(Metadata metadata) {
        List<Manifest> manifests = new ArrayList<>();
        Map<Namespace, Set<String>> taken = new HashMap<>();
        drafts.forEach((key, draft) -> {
            Set<String> names = taken.computeIfAbsent(draft.namespace(), n -> new HashSet<>());
            manifests.add(draft.manifest(free(key.name, names), metadata));
        });
        return manifests;
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name + "-" + number;
        }
        return free;
    }

    private static String nameOf(Peer.Pods pods) {
        if (pods.workload().isPresent()) {
            return pods.workload().get().name();
        }
        return pods.selector().isEverything()
                ? "pods"
                : "pods-" + words(pods.selector().toString());
    }

    private static String words(String selection) {
        String words = selection
                .replace("!=", " not ")
                .replace("!", "not ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String trimmed = words.substring(0, Math.min(words.length(), LONGEST_SELECTION));
        return trimmed.replaceAll("^-+|-+$", "");
    }
}
