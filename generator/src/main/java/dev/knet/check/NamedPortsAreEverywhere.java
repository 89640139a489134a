package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.ContainerPort;
import dev.knet.model.Expectation;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Port;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a sentence names a port of selected pods, each of the workloads among them that declares ports has one of that name. */
final class NamedPortsAreEverywhere implements Check {
    private static final String OPENED = "nothing is opened there";
    private static final String EXPECTED = "nothing is expected there";

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        List<Diagnostic> found = new ArrayList<>();
        for (Permission permission : topology.permissions()) {
            look(permission.openings(), permission.span(), OPENED, topology.workloads(), found);
        }
        for (Expectation expectation : topology.expectations()) {
            look(expectation.openings(), expectation.span(), EXPECTED, topology.workloads(), found);
        }
        return found.stream();
    }

    private static void look(
            List<Permission.Opening> openings,
            Span span,
            String label,
            List<Workload> workloads,
            List<Diagnostic> found) {
        for (Permission.Opening opening : openings) {
            for (Port port : opening.ports().list()) {
                if (port instanceof Port.Named named) {
                    without(named, opening.targets(), workloads)
                            .ifPresent(workload -> found.add(diagnostic(span, label, named, workload)));
                }
            }
        }
    }

    private static Optional<Workload> without(Port.Named port, List<Peer> targets, List<Workload> workloads) {
        for (Peer target : targets) {
            if (target instanceof Peer.Pods pods && pods.workload().isEmpty()) {
                for (Workload workload : workloads) {
                    if (workload.declaresPorts() && isSelected(workload, pods) && !has(workload, port)) {
                        return Optional.of(workload);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isSelected(Workload workload, Peer.Pods pods) {
        Namespace namespace = workload.namespace();
        boolean isThere = pods.namespaces()
                .fold(
                        one -> one.namespace().equals(namespace),
                        matching -> namespace.selectedBy(matching.selector()).orElse(false));
        return isThere && workload.selectedBy(pods.selector()).orElse(false);
    }

    private static boolean has(Workload workload, Port.Named port) {
        for (ContainerPort declared : workload.ports()) {
            if (port.name().equals(declared.name())) {
                return true;
            }
        }
        return false;
    }

    private static Diagnostic diagnostic(Span span, String label, Port.Named port, Workload workload) {
        return Diagnostic.of(
                        Rule.PORT_NOT_EVERYWHERE,
                        span,
                        "`" + workload.name() + "` is selected too, but has no port `" + port.name() + "`")
                .withLabel(workload.span(), label)
                .withHelp("declare the port there, select fewer pods, or write the port's number");
    }
}
