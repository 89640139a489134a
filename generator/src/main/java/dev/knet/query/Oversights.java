package dev.knet.query;

import dev.knet.diagnostic.NearMisses;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.Finding;
import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.read.Quoted;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What is valid in the policies of others and does nothing, most likely by mistake. */
final class Oversights {
    /** What is selected when only pods of the host network are. */
    static final String UNSEEN = "only pods that are in their node's network, where policies do not see them";

    private static final int MOST = 40;

    private static final Comparator<Origin> BY_PLACE =
            Comparator.comparing(Origin::file).thenComparing(Origin::line);

    /** Those that are there although no manifest has them. */
    private static final Set<String> OF_EVERY_CLUSTER =
            Set.of(ClusterObjects.DEFAULT_NAMESPACE, "kube-system", "kube-public", "kube-node-lease");

    private final PodCensus pods;
    /** Those that something else than a policy is in. */
    private final Set<String> known = new TreeSet<>();

    private final boolean areNamespacesNamed;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final List<Finding> found = new ArrayList<>();
    private int more;

    /** Policies with the same mistake, of which one message speaks. */
    private static final class Group {
        private final Origin first;
        private int count;

        Group(Origin first) {
            this.first = first;
        }

        String counted() {
            return count == 1 ? "" : " (" + count + " of them, the first here)";
        }
    }

    private Oversights(ClusterObjects objects) {
        this.pods = new PodCensus(objects);
        objects.pods().forEach(it -> known.add(it.namespace()));
        areNamespacesNamed = !known.isEmpty() || objects.policies().stream().anyMatch(PolicyObject::namesNamespace);
        objects.services().forEach(it -> known.add(it.namespace()));
        objects.namespaces().stream().filter(NamespaceObject::isDeclared).forEach(it -> known.add(it.name()));
    }

    /** The same objects, and warnings of these behind the others. */
    static ClusterObjects toldOf(ClusterObjects objects) {
        List<Finding> all = new ArrayList<>(objects.findings());
        all.addAll(new Oversights(objects).of(objects.policies()));
        return objects.with(all);
    }

    private List<Finding> of(List<PolicyObject> policies) {
        List<PolicyObject> sorted = new ArrayList<>(policies);
        sorted.sort(Comparator.comparing(PolicyObject::origin, BY_PLACE));
        for (PolicyObject policy : sorted) {
            misplaced(policy)
                    .ifPresent(where -> groups.computeIfAbsent(where, none -> new Group(policy.origin())).count++);
        }
        groups.forEach((where, group) -> add(group.first, () -> misplaced(where, group)));
        RuleOversights rules = new RuleOversights(pods, this::add);
        for (PolicyObject policy : sorted) {
            if (misplaced(policy).isEmpty()) {
                subjects(policy);
            }
            rules.find(policy);
        }
        found.sort(Comparator.comparing(Finding::origin, BY_PLACE));
        if (more > 0) {
            found.add(new Finding(false, found.get(found.size() - 1).origin(), more + " more like these"));
        }
        return found;
    }

    /** A message is made only if it is told. */
    private void add(Origin origin, Supplier<String> message) {
        if (found.size() < MOST) {
            found.add(new Finding(false, origin, message.get()));
        } else {
            more++;
        }
    }

    /** The namespace that it is in alone, or an empty name if it is in one that it does not say. */
    private Optional<String> misplaced(PolicyObject policy) {
        String namespace = policy.namespace();
        if (!policy.namesNamespace() && !pods.hasPods(namespace) && areNamespacesNamed) {
            return Optional.of("");
        }
        return known.isEmpty() || known.contains(namespace) || OF_EVERY_CLUSTER.contains(namespace)
                ? Optional.empty()
                : Optional.of(namespace);
    }

    private String misplaced(String namespace, Group group) {
        if (namespace.isEmpty()) {
            return "a NetworkPolicy that names no namespace" + group.counted() + " is taken to be in "
                    + Quoted.of(ClusterObjects.DEFAULT_NAMESPACE)
                    + ", where the manifests have no pod; others name theirs in `metadata.namespace`";
        }
        String help = NearMisses.help(namespace, known).map(it -> "; " + it).orElse("");
        return "nothing of the manifests is in namespace " + Quoted.of(namespace) + " but policies" + group.counted()
                + help;
    }

    private void subjects(PolicyObject policy) {
        LabelQuery query = policy.subjects();
        BitSet subjects = pods.in(policy.namespace(), query);
        if (pods.isEmpty() || PodCensus.isOfSystem(policy.namespace()) || !pods.areUnseen(subjects)) {
            return;
        }
        if (!subjects.isEmpty()) {
            add(policy.origin(), () -> title(policy) + " selects " + UNSEEN);
        } else if (!query.isEverything()) {
            // An empty selector is no mistake: it waits for whatever comes.
            String namespace = Quoted.of(policy.namespace());
            add(
                    policy.origin(),
                    () -> title(policy) + " selects no pod: in namespace " + namespace
                            + ", the manifests have none with " + Quoted.of(query.toString())
                            + pods.namespaceOf(query)
                                    .map(it -> "; namespace " + Quoted.of(it) + " has some")
                                    .orElse(""));
        }
    }

    static String title(PolicyObject policy) {
        return "NetworkPolicy " + Quoted.of(policy.namespace() + "/" + policy.name());
    }
}
