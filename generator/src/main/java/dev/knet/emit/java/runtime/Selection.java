package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;

/** What one item of a policy's rule can name: pods by their labels and where they are, addresses, or anyone. */
@Generated("knet")
final class Selection {
    /** The label by which the API server names every namespace. */
    private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    private final String name;
    private final Kind kind;
    private final String namespace;
    private final LabelSelector pods;
    private final LabelSelector namespaces;
    private final IPBlock block;
    private final List<String> known;
    private final List<String> undecided;

    private enum Kind {
        IN_ONE_NAMESPACE,
        IN_NAMESPACES,
        ADDRESSES,
        ANYONE
    }

    private Selection(
            Kind kind,
            String name,
            String namespace,
            LabelSelector pods,
            LabelSelector namespaces,
            IPBlock block,
            List<String> known,
            List<String> undecided) {
        this.kind = kind;
        this.name = name;
        this.namespace = namespace;
        this.pods = pods;
        this.namespaces = namespaces;
        this.block = block;
        this.known = known;
        this.undecided = undecided;
    }

    /** Pods of one namespace, whose name is empty outside all namespaces; the name is one for policies about them. */
    static Selection pods(String name, String namespace, LabelSelector pods) {
        return new Selection(
                Kind.IN_ONE_NAMESPACE, name, namespace, pods, new LabelSelector(), new IPBlock(), List.of(), List.of());
    }

    /** The same, of pods that one label tells apart. */
    static Selection pods(String name, String namespace, String key, String value) {
        return pods(
                name,
                namespace,
                new LabelSelectorBuilder().addToMatchLabels(key, value).build());
    }

    /**
     * Pods of all namespaces with such labels: of the topology's own it is known that it selects some, and of others it
     * cannot be told.
     */
    static Selection podsOf(LabelSelector namespaces, LabelSelector pods, List<String> known, List<String> undecided) {
        return new Selection(Kind.IN_NAMESPACES, "pods", "", pods, namespaces, new IPBlock(), known, undecided);
    }

    static Selection addresses(String range, String... except) {
        IPBlock block = new IPBlock(range, List.of(except));
        return new Selection(
                Kind.ADDRESSES, "", "", new LabelSelector(), new LabelSelector(), block, List.of(), List.of());
    }

    static Selection anyone() {
        return new Selection(
                Kind.ANYONE, "", "", new LabelSelector(), new LabelSelector(), new IPBlock(), List.of(), List.of());
    }

    String name() {
        return name;
    }

    String namespace() {
        return namespace;
    }

    LabelSelector pods() {
        return pods;
    }

    boolean isAnyone() {
        return kind == Kind.ANYONE;
    }

    /** What a policy in a namespace calls it. Not for anyone, for whom Kubernetes has no item. */
    NetworkPolicyPeer seenFrom(String viewpoint) {
        if (kind == Kind.ADDRESSES) {
            return new NetworkPolicyPeerBuilder().withIpBlock(block).build();
        }
        boolean isNear = kind == Kind.IN_ONE_NAMESPACE && namespace.equals(viewpoint);
        NetworkPolicyPeer peer = new NetworkPolicyPeer();
        if (!isNear) {
            peer.setNamespaceSelector(kind == Kind.IN_NAMESPACES ? namespaces : named());
        }
        if (isNear || !isEverything(pods)) {
            peer.setPodSelector(pods);
        }
        return peer;
    }

    private LabelSelector named() {
        if (namespace.isEmpty()) {
            throw new IllegalArgumentException("no policy in a namespace can name `" + name
                    + "`, which is outside all namespaces: put it into one in the .knet file");
        }
        return new LabelSelectorBuilder()
                .addToMatchLabels(NAMESPACE_NAME, namespace)
                .build();
    }

    private static boolean isEverything(LabelSelector selector) {
        return selector.getMatchLabels().isEmpty()
                && selector.getMatchExpressions().isEmpty();
    }

    /** The pods among those of a workload that this selects too; exact, as all requirements of a selector must hold. */
    Optional<Selection> among(Selection workload) {
        if (kind == Kind.ADDRESSES) {
            return Optional.empty();
        }
        if (kind == Kind.ANYONE) {
            return Optional.of(workload);
        }
        if (undecided.contains(workload.namespace)) {
            throw new IllegalArgumentException("it cannot be told whether pods of namespace `" + workload.namespace
                    + "` are meant, whose labels the .knet file does not know: write them there");
        }
        boolean isMeant = kind == Kind.IN_ONE_NAMESPACE
                ? namespace.equals(workload.namespace)
                : known.contains(workload.namespace);
        return isMeant ? workload.and(pods) : Optional.empty();
    }

    private Optional<Selection> and(LabelSelector more) {
        Map<String, String> labels = new LinkedHashMap<>(pods.getMatchLabels());
        LabelSelectorBuilder both = new LabelSelectorBuilder(pods);
        for (Map.Entry<String, String> label : more.getMatchLabels().entrySet()) {
            String before = labels.putIfAbsent(label.getKey(), label.getValue());
            if (before != null && !before.equals(label.getValue())) {
                return Optional.empty();
            }
            both.addToMatchLabels(label.getKey(), label.getValue());
        }
        for (LabelSelectorRequirement requirement : more.getMatchExpressions()) {
            both.addToMatchExpressions(requirement);
        }
        LabelSelector selector = both.build();
        return Optional.of(pods(selector.equals(pods) ? name : name + "-some", namespace, selector));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Selection selection
                && kind == selection.kind
                && namespace.equals(selection.namespace)
                && pods.equals(selection.pods)
                && namespaces.equals(selection.namespaces)
                && block.equals(selection.block);
    }

    @Override
    public int hashCode() {
        return namespace.hashCode() * 31 + pods.hashCode();
    }
}
