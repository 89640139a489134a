package dev.knet.lower;

import dev.knet.model.Direction;
import dev.knet.model.KubernetesNames;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All policies of a topology and the names of them. An author's name stands; `deny-…`, `allow-dns` and
 * `allow-<workload>` give way to it, and to each other in this order, by a number at the end.
 */
final class PolicyDrafts {
    private static final int LONGEST_SELECTION = 40;

    private final Map<Rank, Map<Peer.Pods, PolicyDraft>> byPods = new EnumMap<>(Rank.class);
    private final Map<String, PolicyDraft> chosen = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    private enum Rank {
        CHOSEN,
        DENY_ALL,
        DENY_INGRESS,
        DENY_EGRESS,
        DNS,
        ALLOW
    }

    /** A draft and the name that it would like. */
    private record Entry(Rank rank, String name, PolicyDraft draft) {

        /** By rank and then by name and by whom they select, so that names do not depend on the source's order. */
        static int compare(Entry one, Entry other) {
            int byRank = one.rank.compareTo(other.rank);
            int byName = byRank != 0 ? byRank : one.name.compareTo(other.name);
            return byName != 0
                    ? byName
                    : one.draft.pods().key().compareTo(other.draft.pods().key());
        }
    }

    PolicyDraft isolation(Peer.Pods pods, List<Direction> directions, Optional<String> name) {
        boolean all = directions.size() > 1;
        Rank one = directions.get(0) == Direction.INGRESS ? Rank.DENY_INGRESS : Rank.DENY_EGRESS;
        return draft(all ? Rank.DENY_ALL : one, pods, name);
    }

    PolicyDraft permission(Peer.Pods pods, Optional<String> name) {
        return draft(Rank.ALLOW, pods, name);
    }

    PolicyDraft dns(Peer.Pods pods) {
        return draft(Rank.DNS, pods, Optional.empty());
    }

    private PolicyDraft draft(Rank rank, Peer.Pods pods, Optional<String> name) {
        Namespace namespace = pods.namespace().orElseThrow();
        PolicyDraft known = name.isPresent()
                ? chosen.get(namespace.qualify(name.get()))
                : byPods(rank).get(pods);
        if (known != null) {
            return known;
        }
        PolicyDraft draft = new PolicyDraft(pods);
        if (name.isPresent()) {
            chosen.put(namespace.qualify(name.get()), draft);
            entries.add(new Entry(Rank.CHOSEN, name.get(), draft));
        } else {
            byPods(rank).put(pods, draft);
            entries.add(new Entry(rank, name(rank, pods), draft));
        }
        return draft;
    }

    private Map<Peer.Pods, PolicyDraft> byPods(Rank rank) {
        Map<Peer.Pods, PolicyDraft> known = byPods.get(rank);
        if (known == null) {
            known = new HashMap<>();
            byPods.put(rank, known);
        }
        return known;
    }

    private static String name(Rank rank, Peer.Pods pods) {
        String whom = pods.selector().isEverything() ? "" : "-" + nameOf(pods);
        return switch (rank) {
            case CHOSEN -> throw new IllegalArgumentException("an author's name is not made");
            case DENY_ALL -> "deny-all" + whom;
            case DENY_INGRESS -> "deny-ingress" + whom;
            case DENY_EGRESS -> "deny-egress" + whom;
            case DNS -> isByApp(pods) ? "allow-dns" : "allow-dns" + whom;
            case ALLOW -> "allow-" + nameOf(pods);
        };
    }

    /** The policy for the workloads of a namespace has the plain name. */
    private static boolean isByApp(Peer.Pods pods) {
        return pods.selector().requirements().stream()
                .allMatch(requirement -> requirement.key().equals(Workload.APP_LABEL));
    }

    /**
     * The policies. In a namespace that is there already, those of a topology that uses others end in its name: the one that
     * makes the namespace has the plain names there, and a second policy of one name would take the place of the first.
     */
    List<Manifest> manifests(Topology topology, Metadata metadata) {
        entries.sort(Entry::compare);
        List<Manifest> manifests = new ArrayList<>();
        Map<Namespace, Set<String>> taken = new HashMap<>();
        for (Entry entry : entries) {
            Set<String> names = taken.computeIfAbsent(entry.draft.namespace(), n -> new HashSet<>());
            boolean isShared = entry.rank != Rank.CHOSEN && isOfAnother(entry.draft.namespace(), topology);
            String name = isShared ? entry.name + "-" + topology.name() : entry.name;
            manifests.add(entry.draft.manifest(KubernetesNames.free(name, names), topology.cluster(), metadata));
        }
        return manifests;
    }

    /** Of its own namespaces, each topology has its own idea: what this one makes, another knows as being there. */
    private static boolean isOfAnother(Namespace namespace, Topology topology) {
        if (topology.uses().isEmpty()) {
            return false;
        }
        for (Namespace own : topology.namespaces()) {
            if (own.equals(namespace)) {
                return own.existing();
            }
        }
        return namespace.existing();
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
