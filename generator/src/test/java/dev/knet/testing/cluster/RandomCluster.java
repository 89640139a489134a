package dev.knet.testing.cluster;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.LabelQuery.Operator;
import dev.knet.reach.objects.LabelQuery.Requirement;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.objects.PodsObject.ContainerPort;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.PolicyObject.Peer;
import dev.knet.reach.objects.PolicyObject.Port;
import dev.knet.reach.objects.PolicyObject.Rule;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Small clusters with few names, so that what is in them meets. */
public final class RandomCluster {
    public static final List<String> NAMESPACES = List.of("shop", "mon");
    public static final List<String> KEYS = List.of("app", "role");
    public static final List<String> VALUES = List.of("a", "b", "c");

    private static final List<String> BLOCKS = List.of(
            "0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16", "10.0.0.0/9", "255.255.255.255/32", "2001:db8::/32", "::/0");

    private final Random random;

    public RandomCluster(Random random) {
        this.random = random;
    }

    public ClusterObjects next() {
        List<NamespaceObject> namespaces = new ArrayList<>();
        NAMESPACES.forEach(name -> namespaces.add(namespace(name)));
        return new ClusterObjects(
                namespaces,
                some(4, this::pods).stream().distinct().toList(),
                List.of(),
                some(3, this::policy),
                List.of());
    }

    /** With one thing more, less or else. */
    public ClusterObjects changed(ClusterObjects objects) {
        List<PodsObject> pods = new ArrayList<>(objects.pods());
        List<PolicyObject> policies = new ArrayList<>(objects.policies());
        List<NamespaceObject> namespaces = new ArrayList<>(objects.namespaces());
        switch (random.nextInt(6)) {
            case 0 -> pods.add(pods());
            case 1 -> policies.add(policy());
            case 2 -> removeAny(pods);
            case 3 -> removeAny(policies);
            case 4 -> namespaces.set(0, namespace(namespaces.get(0).name()));
            default -> {
                removeAny(policies);
                policies.add(policy());
            }
        }
        return new ClusterObjects(namespaces, pods, List.of(), policies, List.of());
    }

    private void removeAny(List<?> list) {
        if (!list.isEmpty()) {
            list.remove(random.nextInt(list.size()));
        }
    }

    private NamespaceObject namespace(String name) {
        Map<String, String> labels = new TreeMap<>(Map.of(NamespaceObject.NAME_LABEL, name));
        if (random.nextBoolean()) {
            labels.put("team", any(VALUES));
        }
        return new NamespaceObject(name, labels, Origin.CODE);
    }

    private PodsObject pods() {
        Map<String, String> labels = new TreeMap<>();
        KEYS.stream().filter(it -> random.nextBoolean()).forEach(it -> labels.put(it, any(VALUES)));
        List<ContainerPort> ports =
                random.nextBoolean() ? List.of(new ContainerPort("http", Protocol.TCP, 80)) : List.of();
        return new PodsObject(
                any(NAMESPACES),
                any(List.of("Pod", "Deployment")),
                any(List.of("w0", "w1", "w2")),
                labels,
                ports,
                random.nextInt(8) == 0,
                Origin.CODE);
    }

    private PolicyObject policy() {
        Optional<List<Rule>> ingress = random.nextBoolean() ? Optional.of(some(2, this::rule)) : Optional.empty();
        Optional<List<Rule>> egress = random.nextBoolean() ? Optional.of(some(2, this::rule)) : Optional.empty();
        return new PolicyObject(any(NAMESPACES), "p", query(KEYS), ingress, egress, Origin.CODE);
    }

    private Rule rule() {
        return new Rule(some(2, this::peer), some(2, this::port));
    }

    private Peer peer() {
        return switch (random.nextInt(4)) {
            case 0 -> new PolicyObject.Block(range(), some(1, this::range));
            case 1 ->
                new PolicyObject.Pods(Optional.of(query(List.of("team", NamespaceObject.NAME_LABEL))), query(KEYS));
            default -> new PolicyObject.Pods(Optional.empty(), query(KEYS));
        };
    }

    private Port port() {
        return switch (random.nextInt(4)) {
            case 0 -> new PolicyObject.Named(Protocol.TCP, "http");
            case 1 -> new PolicyObject.Numbers(PortSet.allOf(Protocol.UDP));
            case 2 -> new PolicyObject.Numbers(PortSet.of(Protocol.TCP, 79, 90));
            default -> new PolicyObject.Numbers(PortSet.of(Protocol.TCP, 80));
        };
    }

    private AddressRange range() {
        return AddressRange.ofCidr(any(BLOCKS)).orElseThrow();
    }

    /** As often of one requirement as not. */
    private LabelQuery query(List<String> keys) {
        return switch (random.nextInt(4)) {
            case 0 -> LabelQuery.EVERYTHING;
            case 1 -> new LabelQuery(List.of(requirement(keys), requirement(keys)));
            default -> new LabelQuery(List.of(requirement(keys)));
        };
    }

    private Requirement requirement(List<String> keys) {
        Operator operator = any(List.of(Operator.values()));
        String key = any(keys);
        List<String> all = key.equals(NamespaceObject.NAME_LABEL) ? List.of("shop", "mon", "far") : VALUES;
        boolean hasValues = operator == Operator.IN || operator == Operator.NOT_IN;
        List<String> values = random.nextBoolean() ? List.of(any(all)) : all.subList(0, 2);
        return new Requirement(key, operator, hasValues ? values : List.of());
    }

    private <T> List<T> some(int most, Supplier<T> next) {
        List<T> some = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            some.add(next.get());
        }
        return some;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
