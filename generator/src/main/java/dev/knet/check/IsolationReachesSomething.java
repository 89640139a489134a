package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Isolation;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Topology;
import java.util.stream.Stream;

/** A `deny` outside of all namespaces is for the pods outside of them: beside namespaces it is mostly meant for theirs. */
final class IsolationReachesSomething implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        boolean isInside = topology.namespaces().stream().anyMatch(namespace -> !namespace.isOutside());
        boolean runsOutside = topology.workloads().stream()
                .anyMatch(workload -> workload.namespace().isOutside());
        return !isInside || runsOutside
                ? Stream.empty()
                : topology.isolations().stream()
                        .filter(isolation ->
                                isolation.subjects().stream().anyMatch(IsolationReachesSomething::isOutside))
                        .map(IsolationReachesSomething::diagnostic);
    }

    private static boolean isOutside(Peer.Pods pods) {
        return pods.selector().isEverything()
                && pods.namespace().map(Namespace::isOutside).orElse(false);
    }

    private static Diagnostic diagnostic(Isolation isolation) {
        return Diagnostic.of(
                        Rule.DENIES_OUTSIDE,
                        isolation.span(),
                        "this isolates no pod of any namespace of this file, only those outside all of them")
                .withHelp("write it into the block of each namespace that is meant");
    }
}
