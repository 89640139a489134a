package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Cni;
import dev.knet.model.CniFeature;
import dev.knet.model.Isolation;
import dev.knet.model.Kind;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the network plugin enforces nothing for pods without a controller, no sentence isolates one. */
final class BarePodsAreSeen implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Cni cni = topology.cluster().cni().orElseThrow();
        if (cni.enforces(CniFeature.BARE_PODS)) {
            return Stream.empty();
        }
        List<Workload> bare = topology.workloads().stream()
                .filter(workload -> workload.kind() == Kind.POD)
                .toList();
        List<Diagnostic> found = new ArrayList<>();
        for (Isolation isolation : topology.isolations()) {
            firstOf(isolation.subjects(), bare).ifPresent(pod -> found.add(diagnostic(isolation.span(), pod, cni)));
        }
        for (Permission permission : topology.permissions()) {
            firstOf(permission.subjects(), bare).ifPresent(pod -> found.add(diagnostic(permission.span(), pod, cni)));
        }
        return found.stream();
    }

    private static Optional<Workload> firstOf(List<? extends Peer> subjects, List<Workload> bare) {
        for (Peer subject : subjects) {
            for (Workload workload : bare) {
                if (subject.asPods().filter(pods -> mean(pods, workload)).isPresent()) {
                    return Optional.of(workload);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean mean(Peer.Pods pods, Workload workload) {
        return pods.workload().isPresent() ? pods.workload().get().equals(workload) : workload.mayBeOf(pods);
    }

    private static Diagnostic diagnostic(Span span, Workload pod, Cni cni) {
        return Unenforced.diagnostic(
                        Rule.BARE_POD,
                        cni,
                        CniFeature.BARE_PODS,
                        span,
                        "pod `" + pod.name() + "` would stay open",
                        "make it a `deployment`, or another kind that has a controller")
                .withLabel(pod.span(), "this pod has none");
    }
}
