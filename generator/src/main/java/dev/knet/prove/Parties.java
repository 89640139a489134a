package dev.knet.prove;

import dev.knet.model.ContainerPort;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import dev.knet.reach.End;
import dev.knet.reach.Strangers;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.policy.Endpoint;
import dev.knet.reach.policy.Queries;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.AddressSpace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that can be an end, at the same place for both accounts: the sentences' account takes it from the files, the
 * policies' account from the objects. Pods in their node's network are none, for policies do not see them.
 */
final class Parties {
    private final Vocabulary words;
    private final List<End> ends = new ArrayList<>();
    private final List<dev.knet.meaning.End> meant = new ArrayList<>();
    private final List<Endpoint> enforced = new ArrayList<>();
    private final BitSet pods = new BitSet();

    private final Map<String, Map<String, String>> enforcedNamespaces = new HashMap<>();
    private final Map<String, Map<String, String>> meantNamespaces = new LinkedHashMap<>();
    private final Map<End, PodsObject> objects = new HashMap<>();
    private final Map<String, List<Workload>> workloads = new HashMap<>();

    private Parties(List<Topology> topologies, ClusterObjects cluster, Vocabulary words) {
        this.words = words;
        cluster.namespaces().forEach(it -> enforcedNamespaces.put(it.name(), it.labels()));
        cluster.pods().forEach(it -> objects.put(new End.Workload(it.namespace(), it.name(), it.kind()), it));
        topologies.forEach(this::readNamespaces);
        topologies.forEach(this::addWorkloads);
        Strangers.of(List.of(cluster)).forEach(this::addStranger);
        Set<AddressRange> ranges =
                new LinkedHashSet<>(Queries.of(cluster.policies()).ranges());
        topologies.forEach(topology -> Vocabulary.peersOf(topology).forEach(peer -> addRanges(peer, ranges)));
        AddressSpace.cut(ranges, true).forEach(this::addAddresses);
    }

    static Parties of(List<Topology> topologies, ClusterObjects cluster, Vocabulary words) {
        return new Parties(topologies, cluster, words);
    }

    int size() {
        return ends.size();
    }

    End end(int place) {
        return ends.get(place);
    }

    List<dev.knet.meaning.End> meant() {
        return meant;
    }

    List<Endpoint> enforced() {
        return enforced;
    }

    /** Whose connections to a target are judged: not its own, and not those of what is outside to what is outside. */
    BitSet judgedWith(int target) {
        BitSet judged = (BitSet) pods.clone();
        if (pods.get(target)) {
            judged.set(0, size());
        }
        judged.clear(target);
        return judged;
    }

    /** Who makes a namespace knows its labels; who finds it there knows some of them. */
    private void readNamespaces(Topology topology) {
        for (Namespace namespace : topology.namespaces()) {
            if (namespace.labelsAreKnown() || !meantNamespaces.containsKey(namespace.name())) {
                meantNamespaces.put(namespace.name(), namespace.clusterLabels());
            }
        }
    }

    private void addWorkloads(Topology topology) {
        for (Workload workload : topology.workloads()) {
            workloads
                    .computeIfAbsent(words.namespace(workload.namespace()), none -> new ArrayList<>())
                    .add(workload);
            if (!workload.hostNetwork()) {
                addWorkload(workload);
            }
        }
    }

    private void addWorkload(Workload workload) {
        End end = words.end(workload);
        PodsObject object = objects.get(end);
        if (object == null) {
            throw new IllegalStateException("there is nothing written of " + end.text());
        }
        String namespace = workload.namespace().name();
        add(
                end,
                new dev.knet.meaning.End.Pod(
                        namespace,
                        meantNamespaces.getOrDefault(
                                namespace, workload.namespace().clusterLabels()),
                        workload.labels(),
                        namedPorts(workload),
                        Optional.of(workload)),
                new Endpoint.Pod(
                        object.namespace(),
                        enforcedNamespaces.getOrDefault(
                                object.namespace(), Map.of(NamespaceObject.NAME_LABEL, object.namespace())),
                        object.labels(),
                        object.ports(),
                        object.hostNetwork()));
    }

    private static List<dev.knet.meaning.End.NamedPort> namedPorts(Workload workload) {
        List<dev.knet.meaning.End.NamedPort> named = new ArrayList<>();
        for (ContainerPort port : workload.ports()) {
            if (port.name() != null) {
                named.add(new dev.knet.meaning.End.NamedPort(port.name(), port.protocol(), port.number()));
            }
        }
        return named;
    }

    /** Those with the labels by which a workload is known are taken for its pods, so nothing is to be said of them. */
    private void addStranger(End.Stranger stranger) {
        boolean isTakenForAnother = workloads.getOrDefault(stranger.namespace(), List.of()).stream()
                .anyMatch(workload -> workload.selector().matches(stranger.labels()));
        if (isTakenForAnother) {
            return;
        }
        Endpoint.Pod pod = stranger.endpoint();
        boolean isOutside = stranger.namespace().equals(words.home());
        Map<String, String> labels = new TreeMap<>(pod.namespaceLabels());
        if (isOutside) {
            labels.put(Namespace.NAME_LABEL, "");
        }
        String namespace = isOutside ? "" : pod.namespace();
        add(
                stranger,
                new dev.knet.meaning.End.Pod(namespace, labels, stranger.labels(), List.of(), Optional.empty()),
                pod);
    }

    private void addAddresses(AddressRange range) {
        add(
                new End.External(range),
                new dev.knet.meaning.End.Address(Vocabulary.first(range)),
                new Endpoint.Outside(range));
    }

    private void add(End end, dev.knet.meaning.End asMeant, Endpoint asEnforced) {
        pods.set(ends.size(), asEnforced instanceof Endpoint.Pod);
        ends.add(end);
        meant.add(asMeant);
        enforced.add(asEnforced);
    }

    private static void addRanges(Peer peer, Set<AddressRange> ranges) {
        if (peer instanceof Peer.Addresses addresses) {
            ranges.add(Vocabulary.range(addresses.range()));
            addresses.except().forEach(part -> ranges.add(Vocabulary.range(part)));
        }
    }
}
