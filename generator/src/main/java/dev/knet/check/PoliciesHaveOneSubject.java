package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Isolation;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Selector;
import dev.knet.model.Statement;
import dev.knet.model.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All statements under one policy name are about the same pods: a policy selects one set. */
final class PoliciesHaveOneSubject implements Check {

    private record Named(Namespace namespace, String name) {}

    private record First(Selector selector, Statement statement, String words) {}

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Search search = new Search();
        for (Permission permission : topology.permissions()) {
            if (permission.policyName().isEmpty()) {
                continue;
            }
            for (Peer subject : permission.subjects()) {
                subject.asPods().ifPresent(pods -> search.look(permission, pods));
            }
        }
        for (Isolation isolation : topology.isolations()) {
            isolation.subjects().forEach(pods -> search.look(isolation, pods));
        }
        return search.found.stream();
    }

    private static final class Search {
        private final Map<Named, First> first = new HashMap<>();
        private final List<Diagnostic> found = new ArrayList<>();

        private static String wordsOf(Peer.Pods subject) {
            if (subject.selector().isEverything()) {
                return "every pod of the namespace";
            }
            return subject.workload()
                    .map(workload -> "`" + workload.name() + "`")
                    .orElse("`pods(" + subject.selector() + ")`");
        }

        boolean look(Statement statement, Peer.Pods subject) {
            if (statement.policyName().isEmpty()) {
                return false;
            }
            String name = statement.policyName().get();
            First here = new First(subject.selector(), statement, wordsOf(subject));
            First earlier = first.putIfAbsent(new Named(subject.namespace().orElseThrow(), name), here);
            if (earlier != null && !earlier.selector.equals(subject.selector())) {
                found.add(Diagnostic.of(
                                Rule.SEVERAL_SUBJECTS,
                                statement.span(),
                                "policy `" + name + "` would have to select two different sets of pods")
                        .withNote("this is about " + here.words)
                        .withLabel(earlier.statement.span(), "this is about " + earlier.words)
                        .withHelp("give each its own `policy`, or leave the names to knet"));
            }
            return true;
        }
    }
}
