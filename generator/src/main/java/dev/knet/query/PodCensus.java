package dev.knet.query;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.LabelQuery.Operator;
import dev.knet.reach.objects.LabelQuery.Requirement;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.policy.LabelIndex;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The pods of manifests as sets, and where it is known that there are no others than these. */
final class PodCensus {
    /** Here runs what no manifest of the users has, such as the cluster's DNS. */
    private static final String SYSTEM_NAMESPACE = "kube-system";

    private final List<PodsObject> pods;
    private final BitSet onNodes = new BitSet();
    private final LabelIndex byLabels = new LabelIndex();
    private final LabelIndex byNamespaceLabels = new LabelIndex();
    private final Map<String, BitSet> byNamespace = new HashMap<>();
    private final Map<PolicyObject.Named, BitSet> byPort = new HashMap<>();

    private final Map<String, Integer> places = new HashMap<>();
    private final LabelIndex namespaces = new LabelIndex();
    private final BitSet inhabited = new BitSet();

    PodCensus(ClusterObjects objects) {
        this.pods = objects.pods();
        Map<String, Map<String, String>> labels = new HashMap<>();
        for (NamespaceObject namespace : objects.namespaces()) {
            labels.put(namespace.name(), namespace.labels());
        }
        for (int i = 0; i < pods.size(); i++) {
            PodsObject pod = pods.get(i);
            int place = i;
            onNodes.set(i, pod.hostNetwork());
            byLabels.add(i, pod.labels());
            byNamespaceLabels.add(i, labels.getOrDefault(pod.namespace(), Map.of()));
            byNamespace.computeIfAbsent(pod.namespace(), none -> new BitSet()).set(i);
            pod.ports()
                    .forEach(port -> byPort.computeIfAbsent(
                                    new PolicyObject.Named(port.protocol(), port.name()), none -> new BitSet())
                            .set(place));
        }
        for (NamespaceObject namespace : objects.namespaces()) {
            int place = places.size();
            places.put(namespace.name(), place);
            namespaces.add(place, namespace.labels());
            inhabited.set(place, hasPods(namespace.name()));
        }
    }

    boolean isEmpty() {
        return pods.isEmpty();
    }

    boolean hasPods(String namespace) {
        return byNamespace.containsKey(namespace);
    }

    /** Whether pods may be there that no manifest has. */
    static boolean isOfSystem(String namespace) {
        return namespace.equals(SYSTEM_NAMESPACE);
    }

    /** The pods of a namespace that have these labels, also those that policies do not see. */
    BitSet in(String namespace, LabelQuery query) {
        BitSet found =
                (BitSet) byNamespace.getOrDefault(namespace, new BitSet()).clone();
        found.and(byLabels.matching(query));
        return found;
    }

    /** The pods of a peer; nothing if there may be others that no manifest has. */
    Optional<BitSet> in(String own, PolicyObject.Pods peer) {
        if (peer.namespaces().isEmpty()) {
            return hasPods(own) && !isOfSystem(own) ? Optional.of(in(own, peer.pods())) : Optional.empty();
        }
        if (!areKnown(peer.namespaces().get())) {
            return Optional.empty();
        }
        BitSet found =
                (BitSet) byNamespaceLabels.matching(peer.namespaces().get()).clone();
        found.and(byLabels.matching(peer.pods()));
        return Optional.of(found);
    }

    /** Whether the manifests have pods of all namespaces that it asks for, as far as they can be known. */
    private boolean areKnown(LabelQuery query) {
        BitSet matching = (BitSet) namespaces.matching(query).clone();
        Integer system = places.get(SYSTEM_NAMESPACE);
        if (!isAskingForSome(query) || matching.isEmpty() || system != null && matching.get(system)) {
            return false;
        }
        for (Requirement requirement : query.requirements()) {
            boolean isOfNames =
                    requirement.key().equals(NamespaceObject.NAME_LABEL) && requirement.operator() == Operator.IN;
            if (isOfNames && !places.keySet().containsAll(requirement.values())) {
                return false;
            }
        }
        matching.andNot(inhabited);
        return matching.isEmpty();
    }

    /** Whether something must be there; what must only be absent, fits nearly all. */
    private static boolean isAskingForSome(LabelQuery query) {
        return query.requirements().stream()
                .anyMatch(it -> it.operator() == Operator.IN || it.operator() == Operator.EXISTS);
    }

    /** Whether policies see none of these. */
    boolean areUnseen(BitSet some) {
        BitSet seen = (BitSet) some.clone();
        seen.andNot(onNodes);
        return seen.isEmpty();
    }

    /** Whether one of these that policies see has the port. */
    boolean have(BitSet some, PolicyObject.Named port) {
        BitSet having = (BitSet) byPort.getOrDefault(port, new BitSet()).clone();
        having.and(some);
        return !areUnseen(having);
    }

    /** The names of the ports of the protocol that those of these have that policies see. */
    Collection<String> portNames(BitSet some, PolicyObject.Named like) {
        Set<String> names = new TreeSet<>();
        some.stream()
                .filter(place -> !onNodes.get(place))
                .forEach(place -> pods.get(place).ports().stream()
                        .filter(port -> port.protocol() == like.protocol())
                        .forEach(port -> names.add(port.name())));
        return names;
    }

    /** A namespace that has what the query asks for. */
    Optional<String> namespaceOf(LabelQuery query) {
        BitSet matching = byLabels.matching(query);
        return matching.isEmpty() || !isAskingForSome(query)
                ? Optional.empty()
                : Optional.of(pods.get(matching.nextSetBit(0)).namespace());
    }
}
