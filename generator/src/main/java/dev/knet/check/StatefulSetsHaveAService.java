package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.GoverningServices;
import dev.knet.model.Kind;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pods of every StatefulSet have names, which a headless service for it gives them. */
final class StatefulSetsHaveAService implements Check {
    private static final Pattern SERVICE_NAME = Pattern.compile("(?m)^[ \\t]*serviceName:[ \\t]*[^ \\t#]");

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        GoverningServices services = GoverningServices.of(topology);
        return topology.workloads().stream()
                .filter(workload -> workload.kind() == Kind.STATEFULSET && !workload.existing())
                .filter(workload -> services.of(workload).isEmpty() && !saysItself(workload))
                .map(StatefulSetsHaveAService::diagnostic);
    }

    /** A service that is none of this file's is named in the object itself. */
    private static boolean saysItself(Workload workload) {
        return workload.additions().patches().stream()
                .anyMatch(patch -> SERVICE_NAME.matcher(patch.text().text()).find());
    }

    private static Diagnostic diagnostic(Workload workload) {
        return Diagnostic.of(
                        Rule.NO_HEADLESS_SERVICE,
                        workload.span(),
                        "statefulset `" + workload.name() + "` has no headless service")
                .withNote("its pods are found by names that such a service gives them")
                .withHelp("add one: `" + line(workload) + "`");
    }

    private static String line(Workload workload) {
        String on = workload.ports().isEmpty()
                ? ""
                : " on " + workload.ports().get(0).written();
        return "service " + workload.name() + " for " + workload.name() + " headless" + on;
    }
}
