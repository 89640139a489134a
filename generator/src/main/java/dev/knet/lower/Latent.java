package dev.knet.lower;

import dev.knet.model.CniFeature;
import dev.knet.model.Direction;
import dev.knet.model.DnsClients;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Isolation;
import dev.knet.model.Kind;
import dev.knet.model.Motive;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.PeerGroup;
import dev.knet.model.Permission;
import dev.knet.model.Ports;
import dev.knet.model.Requirement;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import dev.knet.source.Span;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Policies that a topology does not need as it is, because some workloads are not isolated: those by which its sentences
 * would hold if they were. Whoever isolates one of them later has to write them as well, or would shut what the sentences
 * permit.
 */
public final class Latent {
    private final Map<Direction, IsolatedPods> isolated = new EnumMap<>(Direction.class);
    private final Map<Workload, Map<Direction, List<Manifest>>> policies = new HashMap<>();
    private final Set<PeerGroup> unenforced = new HashSet<>();
    private final Set<Workload> dnsClients = new HashSet<>();
    private final Set<Workload> undecided = new HashSet<>();

    private Latent() {}

    /**
     * Of a topology. If its sentences cannot be written with all its workloads isolated, which somebody else has to say, those
     * in namespaces whose labels are not known are left as they are; else all of them.
     */
    public static Latent of(Topology topology, Predicate<Topology> canBeWritten) {
        Latent latent = new Latent();
        IsolatedPods before = IsolatedPods.of(topology);
        for (Direction direction : Direction.values()) {
            List<Peer.Pods> open = open(topology, direction, before);
            List<Peer.Pods> wellKnown = new ArrayList<>(open);
            wellKnown.removeIf(
                    pods -> !pods.namespace().map(Namespace::labelsAreKnown).orElse(false));
            for (List<Peer.Pods> some : new LinkedHashSet<>(List.of(open, wellKnown))) {
                Topology isolated = isolated(topology, direction, some);
                if (!some.isEmpty() && !latent.isolated.containsKey(direction) && canBeWritten.test(isolated)) {
                    latent.isolated.put(direction, IsolatedPods.of(isolated));
                    latent.read(isolated, direction, before);
                }
            }
        }
        if (topology.cluster().cni().isPresent()) {
            latent.findUnenforced(topology, canBeWritten);
        }
        return latent;
    }

    /** What nobody has said yet of a group, the network plugin may not enforce: it shows in a sentence that says it. */
    private void findUnenforced(Topology topology, Predicate<Topology> canBeWritten) {
        List<Peer> some = new ArrayList<>();
        topology.workloads().stream()
                .filter(workload -> !workload.hostNetwork() && workload.kind() != Kind.POD)
                .limit(1)
                .forEach(workload -> some.add(Peer.Pods.of(workload)));
        for (PeerGroup group : topology.groups()) {
            boolean isSayable = !some.isEmpty()
                    && canBeWritten.test(topology.and(said(Direction.INGRESS, group.peers(), some, topology.span())))
                    && canBeWritten.test(topology.and(said(Direction.EGRESS, some, group.peers(), topology.span())));
            if (!isSayable) {
                unenforced.add(group);
            }
        }
    }

    private static Permission said(Direction isolates, List<Peer> sources, List<Peer> targets, Span span) {
        return new Permission(
                isolates,
                sources,
                List.of(new Permission.Opening(targets, Ports.ANY)),
                Optional.empty(),
                Motive.NONE,
                "said later",
                span);
    }

    /** Whether the cluster's network plugin enforces a sentence that names it. */
    public boolean isEnforced(PeerGroup group) {
        return !unenforced.contains(group);
    }

    /** Those that are not isolated and can be; of what is outside all namespaces it cannot be told whom it may name, if there are some. */
    private static List<Peer.Pods> open(Topology topology, Direction direction, IsolatedPods before) {
        boolean isMixed = topology.namespaces().size() > 1;
        List<Peer.Pods> open = new ArrayList<>();
        for (Workload workload : topology.workloads()) {
            Peer.Pods pods = Peer.Pods.of(workload);
            boolean isApart = isMixed && workload.namespace().isOutside();
            boolean isSeen = topology.cluster().enforces(CniFeature.BARE_PODS) || workload.kind() != Kind.POD;
            if (!isApart && isSeen && !workload.hostNetwork() && !before.contains(direction, pods)) {
                open.add(pods);
            }
        }
        return open;
    }

    private static Topology isolated(Topology topology, Direction direction, List<Peer.Pods> pods) {
        return topology.and(new Isolation(
                List.of(direction), pods, Optional.empty(), Motive.NONE, "isolated later", topology.span()));
    }

    private void read(Topology topology, Direction direction, IsolatedPods before) {
        Map<String, List<Workload>> byLabel = new HashMap<>();
        for (Workload workload : topology.workloads()) {
            byLabel.computeIfAbsent(key(workload), k -> new ArrayList<>()).add(workload);
        }
        if (direction == Direction.EGRESS) {
            readDnsClients(topology, byLabel);
        }
        for (Manifest manifest : PolicyLowering.lower(topology, new Metadata(topology.name()))) {
            NetworkPolicy policy = (NetworkPolicy) manifest.object();
            String namespace =
                    Optional.ofNullable(policy.getMetadata().getNamespace()).orElse("");
            for (Workload workload : owners(namespace, policy.getSpec().getPodSelector(), byLabel)) {
                if (!before.contains(direction, Peer.Pods.of(workload))) {
                    only(direction, manifest).ifPresent(part -> add(workload, direction, part));
                }
            }
        }
    }

    /** Of a workload of which only some pods would ask for names, it cannot be told what it needs. */
    private void readDnsClients(Topology topology, Map<String, List<Workload>> byLabel) {
        for (Peer.Pods client : DnsClients.of(topology, IsolatedPods.of(topology))) {
            if (client.workload().isPresent()) {
                dnsClients.add(client.workload().get());
            } else {
                LabelSelector selector = Selectors.labelSelector(client.selector());
                String namespace = client.namespace().map(Namespace::name).orElse("");
                undecided.addAll(owners(namespace, selector, byLabel));
            }
        }
    }

    /** Whether its sentences let it reach something, so that it may ask the cluster's DNS if it is isolated. */
    public boolean isDnsClient(Workload workload) {
        return dnsClients.contains(workload);
    }

    private void add(Workload workload, Direction direction, Manifest policy) {
        policies.computeIfAbsent(workload, w -> new EnumMap<>(Direction.class))
                .computeIfAbsent(direction, d -> new ArrayList<>())
                .add(policy);
    }

    /** Whether all that has to stay open of it is known if it comes to be isolated in this direction. */
    public boolean knows(Workload workload, Direction direction) {
        IsolatedPods pods = isolated.get(direction);
        boolean isKnown = direction == Direction.INGRESS || !undecided.contains(workload);
        return isKnown && pods != null && pods.contains(direction, Peer.Pods.of(workload));
    }

    /** Of a workload that is not isolated in this direction, in an order that does not depend on that of the source. */
    public List<Manifest> policies(Workload workload, Direction direction) {
        return policies.getOrDefault(workload, Map.of()).getOrDefault(direction, List.of());
    }

    /** Those that have all the pods of a selector: it asks for their labels, and maybe for more. */
    private static List<Workload> owners(
            String namespace, LabelSelector selector, Map<String, List<Workload>> byLabel) {
        List<Workload> owners = new ArrayList<>();
        selector.getMatchLabels().forEach((label, value) -> {
            for (Workload workload : byLabel.getOrDefault(key(namespace, label, value), List.of())) {
                boolean isOnlyItsOwn = workload.selector().requirements().stream()
                        .allMatch(it -> it.values()
                                .get(0)
                                .equals(selector.getMatchLabels().get(it.key())));
                if (isOnlyItsOwn) {
                    owners.add(workload);
                }
            }
        });
        return owners;
    }

    /** The first label that it is known by: every workload is known by some, and just by values of them. */
    private static String key(Workload workload) {
        Requirement first = workload.selector().requirements().get(0);
        return key(workload.namespace().name(), first.key(), first.values().get(0));
    }

    private static String key(String namespace, String label, String value) {
        return namespace + " " + label + " " + value;
    }

    /** The policy with its rules of one direction alone, under a name of its own. */
    private static Optional<Manifest> only(Direction direction, Manifest manifest) {
        NetworkPolicy policy = (NetworkPolicy) manifest.object();
        boolean isIngress = direction == Direction.INGRESS;
        NetworkPolicySpec spec = new NetworkPolicySpec();
        spec.setPodSelector(policy.getSpec().getPodSelector());
        spec.setPolicyTypes(List.of(isIngress ? "Ingress" : "Egress"));
        if (isIngress) {
            spec.setIngress(policy.getSpec().getIngress());
        } else {
            spec.setEgress(policy.getSpec().getEgress());
        }
        if (spec.getIngress().isEmpty() && spec.getEgress().isEmpty()) {
            return Optional.empty();
        }
        NetworkPolicy only = new NetworkPolicy();
        only.setMetadata(new ObjectMetaBuilder(policy.getMetadata())
                .withName(
                        policy.getMetadata().getName() + "." + direction.name().toLowerCase(Locale.ROOT))
                .build());
        only.setSpec(spec);
        return Optional.of(new Manifest(
                only,
                List.of(),
                isIngress ? manifest.ingressSentences() : List.of(),
                isIngress ? List.of() : manifest.egressSentences()));
    }
}
