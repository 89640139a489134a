package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Expectation;
import dev.knet.model.Isolation;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every selection by labels can select something: in a namespace that the topology makes, one of its workloads, and
 * anywhere else at least labels that a pod can have at once. Mostly a label is misspelt, and then nothing is isolated.
 */
final class SelectionsSelectSomething implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Search search = new Search(topology);
        for (Permission permission : topology.permissions()) {
            search.look(permission.sources(), permission.span());
            search.look(permission.targets(), permission.span());
        }
        for (Isolation isolation : topology.isolations()) {
            search.look(isolation.subjects(), isolation.span());
        }
        for (Expectation expectation : topology.expectations()) {
            search.look(expectation.sources(), expectation.span());
            search.look(expectation.targets(), expectation.span());
        }
        return search.found.stream();
    }

    private static final class Search {
        private final Map<Namespace, List<Workload>> workloads = new HashMap<>();
        private final Set<Namespace> own;
        private final Set<Peer.Pods> seen = new HashSet<>();
        private final List<Diagnostic> found = new ArrayList<>();

        Search(Topology topology) {
            own = new HashSet<>(topology.namespaces());
            for (Workload workload : topology.workloads()) {
                workloads
                        .computeIfAbsent(workload.namespace(), none -> new ArrayList<>())
                        .add(workload);
            }
        }

        void look(Collection<? extends Peer> peers, Span span) {
            for (Peer peer : peers) {
                if (peer instanceof Peer.Pods pods
                        && pods.workload().isEmpty()
                        && !pods.selector().isEverything()
                        && isEmpty(pods)
                        && seen.add(pods)) {
                    found.add(diagnostic(pods, span));
                }
            }
        }

        private boolean isEmpty(Peer.Pods pods) {
            if (pods.selector().isContradiction()) {
                return true;
            }
            Namespace namespace = pods.namespace().orElse(null);
            if (namespace == null || !namespace.labelsAreKnown() || !own.contains(namespace)) {
                return false;
            }
            for (Workload workload : workloads.getOrDefault(namespace, List.of())) {
                if (workload.selectedBy(pods.selector()).orElse(true)) {
                    return false;
                }
            }
            return true;
        }

        private static Diagnostic diagnostic(Peer.Pods pods, Span span) {
            String written = "`pods(" + pods.selector() + ")`";
            return pods.selector().isContradiction()
                    ? Diagnostic.of(Rule.SELECTS_NOTHING, span, "no pod can have the labels of " + written)
                            .withHelp("leave one of the requirements out")
                    : Diagnostic.of(
                                    Rule.SELECTS_NOTHING,
                                    span,
                                    written + " selects no workload of namespace `"
                                            + pods.namespace().orElseThrow().name() + "`")
                            .withHelp("correct the labels; if others run such pods there, write `// knet:allow "
                                    + Rule.SELECTS_NOTHING.id() + "` and the reason above this line");
        }
    }
}
