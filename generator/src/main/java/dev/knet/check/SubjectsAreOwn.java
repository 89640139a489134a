package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Isolation;
import dev.knet.model.Ownership;
import dev.knet.model.Peer;
import dev.knet.model.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Only a topology's own pods are isolated by it: nothing is written for those of another, so a `deny` about them would say
 * nothing. An `allows` or `reaches` about them still opens the end of the own pods.
 */
final class SubjectsAreOwn implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        if (topology.uses().isEmpty()) {
            return Stream.empty();
        }
        Ownership ownership = Ownership.of(topology);
        List<Diagnostic> found = new ArrayList<>();
        for (Isolation isolation : topology.isolations()) {
            for (Peer.Pods subject : isolation.subjects()) {
                if (!ownership.owns(subject)) {
                    found.add(diagnostic(isolation, subject));
                }
            }
        }
        return found.stream();
    }

    private static Diagnostic diagnostic(Isolation isolation, Peer.Pods subject) {
        String namespace = subject.namespace().orElseThrow().name();
        boolean isWorkload = subject.workload().isPresent() || namespace.isEmpty();
        return Diagnostic.of(
                        Rule.NOT_A_SUBJECT,
                        isolation.span(),
                        "nothing is written here for `" + PodWords.of(subject) + "`, which belongs to another topology")
                .withHelp(
                        isWorkload
                                ? "say it there"
                                : "say it there; or, to write policies into it from here, declare `existing namespace "
                                        + namespace + "`");
    }
}
