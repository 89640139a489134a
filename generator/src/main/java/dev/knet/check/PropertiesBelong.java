package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Container;
import dev.knet.model.Namespace;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.stream.Stream;

/** A namespace or workload has only properties that mean something for it. */
final class PropertiesBelong implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        return Stream.concat(
                topology.namespaces().stream().flatMap(PropertiesBelong::check),
                topology.workloads().stream().flatMap(PropertiesBelong::check));
    }

    private static Stream<Diagnostic> check(Namespace namespace) {
        return !namespace.existing() || namespace.additions().isNothing()
                ? Stream.empty()
                : Stream.of(Diagnostic.of(
                                Rule.NOT_HERE,
                                namespace.span(),
                                "namespace `" + namespace.name()
                                        + "` is in the cluster already, so only its labels can be given")
                        .withHelp("leave the rest out, or have it written: without `existing` in front"));
    }

    private static Stream<Diagnostic> check(Workload workload) {
        if (workload.existing()) {
            return existing(workload);
        }
        return workload.replicas().isPresent() && !workload.kind().isReplicated()
                ? Stream.of(Diagnostic.of(
                                Rule.NOT_HERE,
                                workload.span(),
                                workload.kind().word() + " `" + workload.name() + "` cannot have replicas")
                        .withHelp(help(workload)))
                : Stream.empty();
    }

    private static String help(Workload workload) {
        return switch (workload.kind()) {
            case JOB, CRONJOB ->
                "leave `replicas` out; how many pods it takes is said in `yaml`, by `parallelism` and `completions`";
            case DAEMONSET -> "leave `replicas` out: it has one pod on each node";
            case POD, DEPLOYMENT, STATEFULSET -> "make it a `deployment`, or leave `replicas` out";
        };
    }

    /** Nothing is written for it but policies, so all but its labels and ports would be lost silently. */
    private static Stream<Diagnostic> existing(Workload workload) {
        boolean lost = workload.replicas().isPresent()
                || workload.schedule().isPresent()
                || workload.account().isPresent()
                || workload.hostNetwork()
                || !workload.additions().isNothing()
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
                || container.role() == Container.Role.INIT
                || !container.command().isEmpty()
                || !container.args().isEmpty()
                || !container.environment().isEmpty()
                || !container.resources().isEmpty()
                || !container.probes().isEmpty();
    }
}
