package dev.knet.samples.boutique;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may enter whom by the generated NetworkPolicies, asked one pair and one port at a time, the way a cluster does.
 *
 * <p>Beside the workloads, three strangers ask: a pod of the namespace that nobody knows, a pod elsewhere that is labelled like the
 * frontend, and an address outside the cluster.
 */
final class Connectivity {

    private static final String HOME = "online-boutique";

    private static final List<Party> STRANGERS = List.of(
            new Party("a stranger at home", HOME, Map.of("app", "stranger"), List.of()),
            new Party("a frontend elsewhere", "elsewhere", Map.of("app", "frontend"), List.of()),
            new Party("an address outside", "", Map.of(), List.of()));

    private static final List<Port> UNDECLARED = List.of(new Port("tcp", 1), new Port("udp", 53), new Port("sctp", 1));

    /** Who sends or receives: a pod, with the workload that it belongs to if it is ours. Without a namespace: an address. */
    record Party(String name, String namespace, Map<String, String> labels, List<Workload> workload) {

        static Party of(Workload workload) {
            return new Party(workload.name(), HOME, workload.labels(), List.of(workload));
        }

        boolean isPod() {
            return !namespace.isEmpty();
        }
    }

    private final List<Node> policies;
    private final List<Party> workloads;
    private final List<Party> everybody;
    private final Set<Port> ports;

    Connectivity(Manifests manifests) {
        policies = manifests.ofKind("NetworkPolicy");
        workloads = manifests.workloads().stream().map(Party::of).toList();
        everybody = Stream.concat(workloads.stream(), STRANGERS.stream()).toList();
        ports = Stream.concat(manifests.workloads().stream().flatMap(Workload::ports), UNDECLARED.stream())
                .collect(Collectors.toSet());
    }

    /** A row for each workload and port: workload, port, who may enter, whom the workload may call. */
    List<String> rows() {
        return workloads.stream().flatMap(this::rows).toList();
    }

    private Stream<String> rows(Party workload) {
        Map<Port, Set<String>> entries = new TreeMap<>(Comparator.comparing(Port::toString));
        for (Port port : ports) {
            Set<String> sources = everybody.stream()
                    .filter(source -> mayEnter(source, workload, port))
                    .map(Party::name)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!sources.isEmpty()) {
                entries.put(port, sources);
            }
        }
        String calls = mayCallAnyone(workload) ? "anyone" : "some";
        if (entries.isEmpty()) {
            return Stream.of(row(workload, "none", "nobody", calls));
        }
        if (entries.size() == ports.size() && entries.values().stream().allMatch(this::isEverybody)) {
            return Stream.of(row(workload, "any", "anyone", calls));
        }
        return entries.entrySet().stream()
                .map(entry -> row(workload, entry.getKey().toString(), names(entry.getValue()), calls));
    }

    private static String row(Party workload, String port, String sources, String calls) {
        return String.join(" | ", workload.name(), port, sources, calls);
    }

    private String names(Set<String> sources) {
        return isEverybody(sources) ? "anyone" : String.join(", ", sources);
    }

    private boolean isEverybody(Set<String> names) {
        return names.size() == everybody.size();
    }

    private boolean mayEnter(Party source, Party target, Port port) {
        return isPermitted("Ingress", target, source, target, port);
    }

    private boolean mayCallAnyone(Party source) {
        return everybody.stream()
                .allMatch(
                        target -> ports.stream().allMatch(port -> isPermitted("Egress", source, target, target, port)));
    }

    /** Whether the policies of `subject` in this direction let it talk with `other`; ports are those of `target`. */
    private boolean isPermitted(String direction, Party subject, Party other, Party target, Port port) {
        List<Node> isolating = policies.stream()
                .filter(policy -> types(policy).contains(direction))
                .filter(policy -> selects(policy.at("spec", "podSelector"), subject.labels()))
                .toList();
        return isolating.isEmpty()
                || isolating.stream()
                        .flatMap(policy -> rules(policy, direction))
                        .anyMatch(rule -> coversPeer(rule, direction, other) && coversPort(rule, target, port));
    }

    private static Set<String> types(Node policy) {
        Set<String> types = policy.at("spec", "policyTypes").items().stream()
                .map(Node::text)
                .collect(Collectors.toSet());
        if (types.isEmpty()) {
            throw new AssertionError("without policyTypes: " + policy);
        }
        return types;
    }

    private static Stream<Node> rules(Node policy, String direction) {
        return policy.at("spec", direction.equals("Ingress") ? "ingress" : "egress").items().stream();
    }

    private static boolean coversPeer(Node rule, String direction, Party party) {
        String field = direction.equals("Ingress") ? "from" : "to";
        rule.hasOnly(field, "ports");
        List<Node> peers = rule.at(field).items();
        return peers.isEmpty() || peers.stream().anyMatch(peer -> covers(peer, party));
    }

    private static boolean covers(Node peer, Party party) {
        peer.hasOnly("podSelector", "namespaceSelector");
        boolean anyNamespaceOfThese = peer.at("namespaceSelector").isPresent()
                ? selects(peer.at("namespaceSelector"), Map.of("kubernetes.io/metadata.name", party.namespace()))
                : party.namespace().equals(HOME);
        return party.isPod() && anyNamespaceOfThese && selects(peer.at("podSelector"), party.labels());
    }

    private static boolean coversPort(Node rule, Party target, Port port) {
        List<Node> ports = rule.at("ports").items();
        return ports.isEmpty() || ports.stream().anyMatch(covering -> covers(covering, target, port));
    }

    private static boolean covers(Node covering, Party target, Port port) {
        covering.hasOnly("protocol", "port", "endPort");
        return Port.protocol(covering).equals(port.protocol())
                && numbers(covering, target, port).contains(port.number());
    }

    /** The numbers that a policy's port stands for, as far as they can be `asked`. */
    private static List<Integer> numbers(Node covering, Party target, Port asked) {
        Node first = covering.at("port");
        if (!first.isPresent()) {
            return List.of(asked.number());
        }
        if (!first.isNumber()) {
            return target.workload().stream()
                    .flatMap(workload -> workload.numbersOf(first.text()).stream())
                    .toList();
        }
        int last = covering.at("endPort").isPresent() ? covering.at("endPort").number() : first.number();
        boolean inside = first.number() <= asked.number() && asked.number() <= last;
        return inside ? List.of(asked.number()) : List.of();
    }

    private static boolean selects(Node selector, Map<String, String> labels) {
        selector.hasOnly("matchLabels", "matchExpressions");
        List<Boolean> requirements = new ArrayList<>();
        selector.at("matchLabels").texts().forEach((key, label) -> requirements.add(label.equals(labels.get(key))));
        selector.at("matchExpressions").items().forEach(expression -> requirements.add(holds(expression, labels)));
        return !requirements.contains(false);
    }

    private static boolean holds(Node expression, Map<String, String> labels) {
        String label = labels.get(expression.at("key").text());
        List<String> values =
                expression.at("values").items().stream().map(Node::text).toList();
        String operator = expression.at("operator").text();
        return switch (operator) {
            case "In" -> label != null && values.contains(label);
            case "NotIn" -> label == null || !values.contains(label);
            case "Exists" -> label != null;
            case "DoesNotExist" -> label == null;
            default -> throw new AssertionError("no such operator: " + operator);
        };
    }
}
