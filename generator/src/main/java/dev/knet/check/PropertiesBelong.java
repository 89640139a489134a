package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Container;
import dev.knet.model.Kind;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.stream.Stream;

/** A workload has only properties that mean something for it. */
final class PropertiesBelong implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        return topology.workloads().stream().flatMap(PropertiesBelong::check);
    }

    private static Stream<Diagnostic> check(Workload workload) {
        if (workload.existing()) {
            return existing(workload);
        }
        if (workload.replicas().isPresent() && workload.kind() == Kind.POD) {
            return Stream.of(
                    Diagnostic.of(Rule.NOT_HERE, workload.span(), "pod `" + workload.name() + "` cannot have replicas")
                            .withHelp("make it a `deployment`, or leave `replicas` out"));
        }
        if (workload.replicas().orElse(0) == Integer.MAX_VALUE) {
            return Stream.of(Diagnostic.of(
                            Rule.INVALID_VALUE, workload.span(), "`" + workload.name() + "` has too many replicas")
                    .withHelp("write a number below " + Integer.MAX_VALUE));
        }
        return Stream.empty();
    }

    /** Nothing is written for it but policies, so all but its labels and ports would be lost silently. */
    private static Stream<Diagnostic> existing(Workload workload) {
        boolean lost = workload.replicas().isPresent()
                || workload.containers().stream().anyMatch(PropertiesBelong::saysMoreThanPorts);
        return !lost
                ? Stream.empty()
                : Stream.of(
                        Diagnostic.of(
                                        Rule.NOT_HERE,
                                        workload.span(),
                                        "`" + workload.name()
                                                + "` is in the cluster already, so only its labels and ports can be given")
                                .withHelp(
                                        "leave the rest out, or have it written: with an image, and without `existing` in front"));
    }

    private static boolean saysMoreThanPorts(Container container) {
        return container.image() != null
                || !container.command().isEmpty()
                || !container.args().isEmpty()
                || !container.env().isEmpty();
    }
}
