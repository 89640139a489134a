package dev.knet.reach;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.objects.PodsObject.ContainerPort;
import dev.knet.reach.policy.Endpoint;
import dev.knet.reach.policy.Queries;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.AddressSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All ends of a cluster, and the endpoints by which policies see them: pods that no policy tells apart are one endpoint,
 * whatever they belong to, and so are addresses.
 */
final class Universe {
    private final List<End> ends = new ArrayList<>();
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final List<List<Integer>> endpointsOf = new ArrayList<>();
    private final List<List<Integer>> endsOf = new ArrayList<>();
    private final Set<Pair> pairs = new HashSet<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Endpoint, Integer> known = new HashMap<>();
    private final Map<String, NamespaceObject> namespaces = new LinkedHashMap<>();
    private final Set<String> keys;
    private final Set<String> portNames;

    /** The places of an end and of an endpoint of it. */
    private record Pair(int end, int endpoint) {}

    private Universe(ClusterObjects objects, Queries queries) {
        this.keys = queries.podKeys();
        this.portNames = queries.portNames();
        objects.namespaces().forEach(namespace -> namespaces.put(namespace.name(), namespace));
        objects.pods().forEach(this::add);
    }

    /**
     * Of what the objects say.
     *
     * @param queries everything by which pods may be told apart
     * @param ranges everything by which addresses may be told apart
     * @param withV6 whether addresses of version 6 are there even if no range is of that version
     */
    static Universe of(
            ClusterObjects objects,
            Queries queries,
            Collection<AddressRange> ranges,
            boolean withV6,
            Collection<End.Stranger> strangers) {
        Universe universe = new Universe(objects, queries);
        AddressSpace.cut(ranges, withV6)
                .forEach(range -> universe.add(new End.External(range), new Endpoint.Outside(range)));
        strangers.forEach(universe::add);
        return universe;
    }

    private void add(PodsObject pods) {
        Map<String, String> labels = pods.labelsOf(keys);
        List<ContainerPort> ports = pods.ports().stream()
                .filter(port -> portNames.contains(port.name()))
                .distinct()
                .toList();
        add(
                new End.Workload(pods.namespace(), pods.name(), pods.kind()),
                new Endpoint.Pod(
                        pods.namespace(),
                        namespaceLabels(pods.namespace()),
                        labels,
                        Optional.of(ports),
                        pods.hostNetwork()));
    }

    private Map<String, String> namespaceLabels(String name) {
        NamespaceObject namespace = namespaces.get(name);
        return namespace == null ? Map.of(NamespaceObject.NAME_LABEL, name) : namespace.labels();
    }

    private void add(End.Stranger stranger) {
        Endpoint.Pod pod = stranger.endpoint();
        // A namespace that is there has the labels that it has here, whatever they are in another state of the cluster.
        NamespaceObject known = namespaces.get(pod.namespace());
        Map<String, String> namespaceLabels = known == null ? pod.namespaceLabels() : known.labels();
        add(stranger, new Endpoint.Pod(pod.namespace(), namespaceLabels, pod.labels(), Optional.empty(), false));
    }

    private void add(End end, Endpoint endpoint) {
        int endPlace = places.computeIfAbsent(end.text(), none -> {
            ends.add(end);
            endpointsOf.add(new ArrayList<>(1));
            return ends.size() - 1;
        });
        int place = known.computeIfAbsent(endpoint, none -> {
            endpoints.add(endpoint);
            endsOf.add(new ArrayList<>(1));
            return endpoints.size() - 1;
        });
        if (pairs.add(new Pair(endPlace, place))) {
            endpointsOf.get(endPlace).add(place);
            endsOf.get(place).add(endPlace);
        }
    }

    List<End> ends() {
        return ends;
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    /**
     * Where an end is; it is known by its text.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    int place(End end) {
        Integer place = places.get(end.text());
        if (place == null) {
            throw new IllegalArgumentException("there is no " + end.text());
        }
        return place;
    }

    /** By the place of an end, the places of its endpoints. */
    List<Integer> endpointsOf(int end) {
        return endpointsOf.get(end);
    }

    /** By the place of an endpoint, the places of the ends that have it. */
    List<Integer> endsOf(int endpoint) {
        return endsOf.get(endpoint);
    }

    /** Whether a selection means some pods of an end, or the addresses that it is. */
    boolean selects(Selection selection, int end, int endpoint) {
        return selection.fold(
                named -> isSame(named.workload(), end),
                pods -> isOneOf(pods, endpoints.get(endpoint)),
                addresses -> ends.get(end) instanceof End.External external && addresses.contains(external.range()),
                anyone -> true);
    }

    /** Itself, or a stranger that no policy can tell from it. */
    private boolean isSame(End.Workload workload, int end) {
        if (ends.get(end).equals(workload)) {
            return true;
        }
        Integer place = places.get(workload.text());
        if (place == null || !(ends.get(end) instanceof End.Stranger)) {
            return false;
        }
        Endpoint.Pod other = (Endpoint.Pod) endpoints.get(endpointsOf(end).get(0));
        return endpointsOf(place).stream()
                .map(it -> (Endpoint.Pod) endpoints.get(it))
                .anyMatch(it ->
                        it.namespace().equals(other.namespace()) && it.labels().equals(other.labels()));
    }

    private static boolean isOneOf(Selection.Pods pods, Endpoint endpoint) {
        return endpoint instanceof Endpoint.Pod pod
                && pods.namespace()
                        .filter(name -> !name.equals(pod.namespace()))
                        .isEmpty()
                && pods.namespaces().matches(pod.namespaceLabels())
                && pods.pods().matches(pod.labels());
    }
}
