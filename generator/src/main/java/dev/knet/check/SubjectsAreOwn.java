package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Isolation;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Statement;
import dev.knet.model.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** No policy is written into a namespace of another topology, so a sentence that needs one there would say nothing. */
final class SubjectsAreOwn implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        return topology.uses().isEmpty()
                ? Stream.empty()
                : Stream.concat(
                        topology.permissions().stream().flatMap(it -> foreign(it, topology)),
                        topology.isolations().stream().flatMap(it -> foreign(it, topology)));
    }

    private static Stream<Diagnostic> foreign(Permission permission, Topology topology) {
        return foreign(permission, permission.subjects(), topology);
    }

    private static Stream<Diagnostic> foreign(Isolation isolation, Topology topology) {
        return foreign(isolation, isolation.subjects(), topology);
    }

    private static Stream<Diagnostic> foreign(Statement statement, List<? extends Peer> subjects, Topology topology) {
        return subjects.stream()
                .map(subject -> subject.asPods().flatMap(Peer.Pods::namespace))
                .flatMap(Optional::stream)
                .filter(namespace ->
                        !namespace.isOutside() && !topology.namespaces().contains(namespace))
                .distinct()
                .map(namespace -> diagnostic(statement, namespace));
    }

    private static Diagnostic diagnostic(Statement statement, Namespace namespace) {
        return Diagnostic.of(
                        Rule.NOT_A_SUBJECT,
                        statement.span(),
                        "no policy is written into `" + namespace.name() + "`: it is a namespace of another topology")
                .withLabel(namespace.span(), "declared here")
                .withHelp("say it there; or, to write policies into it from here, declare `existing namespace "
                        + namespace.name() + "`");
    }
}
