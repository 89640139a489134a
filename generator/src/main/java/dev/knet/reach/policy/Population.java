package dev.knet.reach.policy;

import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.Who;
import dev.knet.reach.space.Address;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All endpoints, indexed by what selectors and blocks ask for, so that each of these becomes a set of endpoints. */
final class Population {
    private final List<Endpoint> endpoints;
    private final BitSet pods = new BitSet();
    private final BitSet hostNetwork = new BitSet();

    private final LabelIndex labels = new LabelIndex();

    private final Map<String, BitSet> byNamespace = new HashMap<>();
    private final Map<String, List<NamespaceVariant>> namespaces = new HashMap<>();
    private final Map<LabelQuery, BitSet> inNamespaces = new HashMap<>();

    /** A namespace by its name and labels, for hypothetical ones may share a name. */
    private record NamespaceVariant(Map<String, String> labels, BitSet pods) {}

    Population(List<Endpoint> endpoints) {
        this.endpoints = List.copyOf(endpoints);
        for (int i = 0; i < endpoints.size(); i++) {
            int place = i;
            if (endpoints.get(i) instanceof Endpoint.Pod pod) {
                add(place, pod);
            }
        }
    }

    private void add(int place, Endpoint.Pod pod) {
        if (pod.hostNetwork()) {
            hostNetwork.set(place);
            return;
        }
        pods.set(place);
        byNamespace.computeIfAbsent(pod.namespace(), none -> new BitSet()).set(place);
        variant(pod).pods.set(place);
        labels.add(place, pod.labels());
    }

    private NamespaceVariant variant(Endpoint.Pod pod) {
        List<NamespaceVariant> variants = namespaces.computeIfAbsent(pod.namespace(), none -> new ArrayList<>(1));
        for (NamespaceVariant variant : variants) {
            if (variant.labels.equals(pod.namespaceLabels())) {
                return variant;
            }
        }
        NamespaceVariant variant = new NamespaceVariant(pod.namespaceLabels(), new BitSet());
        variants.add(variant);
        return variant;
    }

    int size() {
        return endpoints.size();
    }

    Endpoint get(int place) {
        return endpoints.get(place);
    }

    /** What is not in the cluster. */
    BitSet outside() {
        BitSet outside = everybody();
        outside.andNot(pods);
        outside.andNot(hostNetwork);
        return outside;
    }

    BitSet everybody() {
        BitSet all = new BitSet();
        all.set(0, size());
        return all;
    }

    /** Whom a policy of this namespace selects. */
    BitSet subjects(String namespace, LabelQuery query) {
        return and(byNamespace.getOrDefault(namespace, new BitSet()), query);
    }

    /** Whom a rule of a policy of this namespace is about. */
    BitSet peers(String namespace, PolicyObject.Peer peer) {
        return peer.fold(
                it -> it.namespaces()
                        .map(query -> and(inNamespaces(query), it.pods()))
                        .orElseGet(() -> subjects(namespace, it.pods())),
                this::in);
    }

    /**
     * Whom an expression means.
     *
     * @param isWide whether those are meant of whom it is not known
     */
    BitSet meant(Who who, boolean isWide) {
        return who.accept(new Meant(isWide));
    }

    /** Not to be changed: some of them are of all who ask. */
    private final class Meant implements Who.Visitor<BitSet> {
        private final boolean isWide;

        Meant(boolean isWide) {
            this.isWide = isWide;
        }

        @Override
        public BitSet pods(Who.Pods it) {
            return it.pods().isEverything()
                    ? inNamespaces(it.namespaces())
                    : and(inNamespaces(it.namespaces()), it.pods());
        }

        @Override
        public BitSet addresses(Who.Addresses addresses) {
            BitSet in = new BitSet();
            for (int i = 0; i < endpoints.size(); i++) {
                in.set(
                        i,
                        endpoints.get(i) instanceof Endpoint.Outside outside
                                && addresses.range().contains(outside.range().first()));
            }
            return in;
        }

        @Override
        public BitSet onNodes() {
            return hostNetwork;
        }

        @Override
        public BitSet allOf(List<Who> parts) {
            BitSet all = everybody();
            parts.forEach(part -> all.and(part.accept(this)));
            return all;
        }

        @Override
        public BitSet anyOf(List<Who> parts) {
            BitSet any = new BitSet();
            parts.forEach(part -> any.or(part.accept(this)));
            return any;
        }

        @Override
        public BitSet not(Who part) {
            BitSet others = everybody();
            others.andNot(part.accept(new Meant(!isWide)));
            return others;
        }

        @Override
        public BitSet perhaps(Who part) {
            return isWide ? part.accept(this) : new BitSet();
        }
    }

    private BitSet and(BitSet some, LabelQuery query) {
        BitSet both = (BitSet) some.clone();
        if (!query.isEverything()) {
            both.and(labels.matching(query));
        }
        return both;
    }

    private BitSet inNamespaces(LabelQuery query) {
        return query.isEverything() ? pods : inNamespaces.computeIfAbsent(query, this::findInNamespaces);
    }

    private BitSet findInNamespaces(LabelQuery query) {
        BitSet found = new BitSet();
        for (List<NamespaceVariant> variants : namespaces.values()) {
            for (NamespaceVariant variant : variants) {
                if (query.matches(variant.labels)) {
                    found.or(variant.pods);
                }
            }
        }
        return found;
    }

    /**
     * Blocks are for what is outside the cluster; pods are never taken for their addresses. One in its node's network has
     * an address that is not known and may be in any block.
     */
    private BitSet in(PolicyObject.Block block) {
        BitSet in = new BitSet();
        for (int i = 0; i < endpoints.size(); i++) {
            if (endpoints.get(i) instanceof Endpoint.Outside outside) {
                Address first = outside.range().first();
                in.set(
                        i,
                        block.range().contains(first) && block.except().stream().noneMatch(it -> it.contains(first)));
            }
        }
        in.or(hostNetwork);
        return in;
    }
}
