package dev.knet.prove;

import dev.knet.model.ContainerPort;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Protocol;
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
import java.util.TreeSet;

/**
 * All that can be an end, at the same place for both accounts: the sentences' account takes it from the files, the
 * policies' account from the objects. Pods in their node's network are none, for policies do not see them.
 */
final class Parties {
    private static final int HIGHEST_PORT = 65_535;

    private final List<End> ends = new ArrayList<>();
    private final List<dev.knet.meaning.End> meant = new ArrayList<>();
    private final List<Endpoint> enforced = new ArrayList<>();
    private final BitSet pods = new BitSet();

    private final Map<String, Map<String, String>> enforcedNamespaces = new HashMap<>();
    private final Map<String, Map<String, String>> meantNamespaces = new LinkedHashMap<>();
    private final Map<End, PodsObject> objects = new HashMap<>();
    private final Map<String, List<Workload>> workloads = new HashMap<>();

    /** Those of strangers, who give some number to each name that anybody asks for. */
    private final List<dev.knet.meaning.End.NamedPort> meantPorts = new ArrayList<>();

    private final List<PodsObject.ContainerPort> enforcedPorts = new ArrayList<>();

    private Parties(List<Topology> topologies, ClusterObjects cluster) {
        cluster.namespaces().forEach(it -> enforcedNamespaces.put(it.name(), it.labels()));
        cluster.pods().forEach(it -> objects.put(new End.Workload(it.namespace(), it.name(), it.kind()), it));
        topologies.forEach(this::readNamespaces);
        Set<End> made = ExistingObjects.madeBy(topologies);
        topologies.forEach(topology -> addWorkloads(topology, made));
        namePorts(topologies, Queries.of(cluster).portNames());
        Set<End.Stranger> strangers = Strangers.thoroughly(List.of(cluster.and(Spoken.of(topologies))));
        withThoseOf(topologies, strangers).forEach(this::addStranger);
        Set<AddressRange> ranges = new LinkedHashSet<>(Queries.of(cluster).ranges());
        topologies.forEach(topology -> Vocabulary.peersOf(topology).forEach(peer -> addRanges(peer, ranges)));
        AddressSpace.cut(ranges, true).forEach(this::addAddresses);
    }

    static Parties of(List<Topology> topologies, ClusterObjects cluster) {
        return new Parties(topologies, cluster);
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

    /**
     * Whose connections to a target are judged: not those of what is outside to what is outside. Its own place stands for
     * another pod of the same sort.
     */
    BitSet judgedWith(int target) {
        BitSet judged = (BitSet) pods.clone();
        if (pods.get(target)) {
            judged.set(0, size());
        }
        return judged;
    }

    /** Who makes a namespace knows its labels; who finds it there knows some of them, and the checks see that they agree. */
    private void readNamespaces(Topology topology) {
        for (Namespace namespace : topology.namespaces()) {
            Map<String, String> labels = meantNamespaces.computeIfAbsent(namespace.name(), none -> new TreeMap<>());
            labels.putAll(namespace.clusterLabels());
        }
    }

    /** What one topology makes and another one finds there is the same: who makes it knows it better. */
    private void addWorkloads(Topology topology, Set<End> made) {
        for (Workload workload : topology.workloads()) {
            workloads
                    .computeIfAbsent(Vocabulary.namespace(workload.namespace()), none -> new ArrayList<>())
                    .add(workload);
            boolean isMadeElsewhere = workload.existing() && made.contains(Vocabulary.end(workload));
            if (!workload.hostNetwork() && !isMadeElsewhere) {
                addWorkload(workload);
            }
        }
    }

    /** Several topologies may say different things of what exists: each is taken at its word. */
    private PodsObject object(Workload workload) {
        PodsObject object =
                workload.existing() ? ExistingObjects.pods(workload) : objects.get(Vocabulary.end(workload));
        if (object == null) {
            throw new IllegalStateException("there is nothing written of " + workload.qualifiedName());
        }
        return object;
    }

    private void addWorkload(Workload workload) {
        End end = Vocabulary.end(workload);
        PodsObject object = object(workload);
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
                        labels(object),
                        Optional.of(object.ports()),
                        object.hostNetwork()));
    }

    /** Its own, and what plugins add to them. */
    private static Map<String, String> labels(PodsObject object) {
        Map<String, String> labels = new TreeMap<>(object.labels());
        labels.putAll(object.labelsOf(Set.of(PodsObject.CALICO_ACCOUNT, PodsObject.CILIUM_ACCOUNT)));
        return labels;
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

    /**
     * Those with the labels by which a workload is known are taken for its pods. Of one that exists, that is right: its pods
     * may have more labels than the file knows. Of others, nothing is to be said.
     */
    private void addStranger(End.Stranger stranger) {
        List<Workload> taken = workloads.getOrDefault(stranger.namespace(), List.of()).stream()
                .filter(workload -> workload.selector().matches(stranger.labels()))
                .toList();
        boolean isOfExisting =
                taken.size() == 1 && taken.get(0).existing() && !taken.get(0).hostNetwork();
        if (!taken.isEmpty() && !isOfExisting) {
            return;
        }
        Endpoint.Pod pod = stranger.endpoint();
        boolean isOutside = stranger.namespace().equals(Vocabulary.HOME);
        Map<String, String> labels = new TreeMap<>(pod.namespaceLabels());
        if (isOutside) {
            labels.put(Namespace.NAME_LABEL, "");
        }
        add(
                stranger,
                new dev.knet.meaning.End.Pod(
                        isOutside ? "" : pod.namespace(),
                        labels,
                        stranger.labels(),
                        isOfExisting ? namedPorts(taken.get(0)) : meantPorts,
                        taken.stream().findFirst()),
                new Endpoint.Pod(
                        pod.namespace(),
                        pod.namespaceLabels(),
                        pod.labels(),
                        Optional.of(
                                isOfExisting
                                        ? ExistingObjects.pods(taken.get(0)).ports()
                                        : enforcedPorts),
                        false));
    }

    private void namePorts(List<Topology> topologies, Set<String> inPolicies) {
        Set<String> names = new TreeSet<>(inPolicies);
        topologies.forEach(topology -> names.addAll(Vocabulary.portNamesOf(topology)));
        int number = HIGHEST_PORT;
        for (String name : names) {
            for (Protocol protocol : Protocol.values()) {
                meantPorts.add(new dev.knet.meaning.End.NamedPort(name, protocol, number));
                enforcedPorts.add(new PodsObject.ContainerPort(name, Vocabulary.protocol(protocol), number));
            }
            number = Math.max(1, number - 1);
        }
    }

    /** Every stranger, and each with the labels of what exists beside it. */
    private static Set<End.Stranger> withThoseOf(List<Topology> topologies, Set<End.Stranger> strangers) {
        Set<End.Stranger> all = new TreeSet<>(strangers);
        for (Topology topology : topologies) {
            for (Workload workload : topology.workloads()) {
                for (End.Stranger stranger : workload.existing() ? strangers : Set.<End.Stranger>of()) {
                    if (stranger.namespace().equals(Vocabulary.namespace(workload.namespace()))) {
                        Map<String, String> labels = new TreeMap<>(stranger.labels());
                        labels.putAll(workload.labels());
                        all.add(new End.Stranger(stranger.namespace(), stranger.namespaceLabels(), labels));
                    }
                }
            }
        }
        return all;
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
