package dev.knet.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.policy.Bound;
import dev.knet.reach.policy.Endpoint;
import dev.knet.reach.policy.Enforcement;
import dev.knet.reach.read.ManifestReader;
import dev.knet.reach.read.ManifestReader.Source;
import dev.knet.reach.space.Address;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.PortSet;
import dev.knet.testing.natives.Packet;
import dev.knet.testing.natives.Party;
import dev.knet.testing.natives.RandomObjects.Cluster;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares what is said of a random cluster with what becomes of single packets, of which an oracle knows everything. */
final class NativeOracle {
    private static final List<Party> OUTSIDE = List.of(
            Party.outside("10.200.0.1"),
            Party.outside("203.0.113.77"),
            Party.outside("169.254.169.254"),
            Party.outside("8.8.8.8"),
            Party.outside("2001:db8::1"));

    private final ClusterObjects objects;
    private final Judge judge;
    private final String text;
    private final List<Party> parties = new ArrayList<>();
    private final List<Endpoint> endpoints = new ArrayList<>();

    /** Whether one packet passes. */
    interface Judge {
        boolean passes(Party from, Party to, Packet packet);
    }

    NativeOracle(Cluster cluster, List<Object> policies, Judge judge, List<Party> strangers) {
        List<Object> all = new ArrayList<>(cluster.objects());
        all.addAll(policies);
        this.judge = judge;
        this.text = all.stream().map(Serialization::asJson).collect(Collectors.joining("\n---\n"));
        this.objects =
                ManifestReader.read(List.of(new Source("a.yaml", text.getBytes(StandardCharsets.UTF_8))), "default");
        assertThat(objects.findings())
                .as(text)
                .noneMatch(it -> it.isError()
                        || it.message().contains("is no field")
                        || it.message().contains("not understood"));
        cluster.pods().forEach(this::add);
        strangers.forEach(this::add);
        OUTSIDE.forEach(this::add);
    }

    ClusterObjects objects() {
        return objects;
    }

    private void add(Party party) {
        parties.add(party);
        endpoints.add(
                party.namespace().isEmpty()
                        ? new Endpoint.Outside(
                                AddressRange.one(Address.of(party.address()).orElseThrow()))
                        : new Endpoint.Pod(
                                party.namespace(),
                                party.namespaceLabels(),
                                labels(party),
                                Optional.of(objects.pods().stream()
                                        .filter(it -> it.namespace().equals(party.namespace())
                                                && it.name().equals(party.name()))
                                        .flatMap(it -> it.ports().stream())
                                        .toList()),
                                party.hostNetwork()));
    }

    private static Map<String, String> labels(Party party) {
        Map<String, String> labels = new TreeMap<>(party.labels());
        labels.put(PodsObject.CALICO_ACCOUNT, party.account());
        labels.put(PodsObject.CILIUM_ACCOUNT, party.account());
        return labels;
    }

    /**
     * Every packet between any two: none passes that is said not to, and each passes that is said to for certain.
     *
     * @param isExact whether there is nothing that cannot be known, and both have to be the same
     */
    void compare(boolean isExact) {
        Enforcement most = Enforcement.of(objects, endpoints, Bound.MOST);
        Enforcement least = Enforcement.of(objects, endpoints, Bound.LEAST);
        for (int to = 0; to < parties.size(); to++) {
            for (Packet packet : Packet.SOME) {
                BitSet possible = sources(most, to, packet);
                BitSet certain = sources(least, to, packet);
                for (int from = 0; from < parties.size(); from++) {
                    if (from != to && !areOutside(from, to) && packet.canBe(parties.get(from), parties.get(to))) {
                        check(from, to, packet, possible.get(from), certain.get(from), isExact);
                    }
                }
            }
            explained(most, to);
            explained(least, to);
        }
    }

    private boolean areOutside(int from, int to) {
        return parties.get(from).namespace().isEmpty()
                && parties.get(to).namespace().isEmpty();
    }

    private static BitSet sources(Enforcement enforcement, int to, Packet packet) {
        BitSet sources = new BitSet();
        enforcement.into(to).byPorts().forEach((ports, some) -> {
            if (ports.contains(packet.ports())) {
                sources.or(some);
            }
        });
        return sources;
    }

    private void check(int from, int to, Packet packet, boolean isPossible, boolean isCertain, boolean isExact) {
        boolean passes = judge.passes(parties.get(from), parties.get(to), packet);
        boolean isKnown = isPossible == isCertain || !isExact;
        if (passes && !isPossible || isCertain && !passes || !isKnown) {
            throw new AssertionError((passes ? "passes" : "does not pass") + ", and is said "
                    + (isPossible ? "to perhaps" : "not to") + (isCertain ? ", for certain: " : ": ")
                    + parties.get(from) + " => " + parties.get(to) + " " + packet + " in\n" + text);
        }
    }

    /** Explanations come to the same in their own way. */
    private void explained(Enforcement enforcement, int to) {
        Map<PortSet, BitSet> into = enforcement.into(to).byPorts();
        for (int from = 0; from < parties.size(); from++) {
            if (!areOutside(from, to)) {
                PortSet open = PortSet.NONE;
                for (Map.Entry<PortSet, BitSet> entry : into.entrySet()) {
                    open = entry.getValue().get(from) ? open.or(entry.getKey()) : open;
                }
                PortSet explained = enforcement.explain(from, to).open();
                if (!explained.equals(open)) {
                    throw new AssertionError(parties.get(from) + " => " + parties.get(to) + " is open on " + open
                            + " and explained to be on " + explained + " in\n" + text);
                }
            }
        }
    }

    /** Lists say of workloads what is said of their pods; and what nobody can, no stranger can. */
    void compareLists(List<Party> pods, List<Party> strangers) {
        Reachability reachability = Reachability.of(objects);
        Enforcement most = Enforcement.of(objects, endpoints, Bound.MOST);
        for (int to = 0; to < pods.size(); to++) {
            End target = end(pods.get(to));
            for (int from = 0; from < pods.size(); from++) {
                if (from != to) {
                    assertThat(reachability.between(end(pods.get(from)), target))
                            .as(from + " => " + to + " in\n" + text)
                            .isEqualTo(most.explain(from, to).open());
                }
            }
            claims(reachability, pods.get(to), strangers);
        }
    }

    private static End.Workload end(Party pod) {
        return new End.Workload(pod.namespace(), pod.name(), "Pod");
    }

    private void claims(Reachability reachability, Party pod, List<Party> strangers) {
        String name = end(pod).qualifiedName();
        boolean isClosed = reachability.cannotReach("anyone", name, "any port").holds();
        boolean isMute = reachability.cannotReach(name, "anyone", "any port").holds();
        for (Party stranger : strangers) {
            for (Packet packet : Packet.SOME) {
                assertThat(isClosed && judge.passes(stranger, pod, packet))
                        .as("nobody can reach " + pod + ", but " + stranger + " can: " + packet + " in\n" + text)
                        .isFalse();
                assertThat(isMute && judge.passes(pod, stranger, packet))
                        .as(pod + " can reach nobody, but " + stranger + ": " + packet + " in\n" + text)
                        .isFalse();
            }
        }
    }
}
