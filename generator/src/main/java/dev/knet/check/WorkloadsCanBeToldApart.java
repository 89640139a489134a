package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Namespace;
import dev.knet.model.Requirement;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** No policy or service that means one workload selects the pods of another in the same namespace. */
final class WorkloadsCanBeToldApart implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Map<Namespace, List<Workload>> byNamespace = new LinkedHashMap<>();
        for (Workload workload : topology.workloads()) {
            byNamespace
                    .computeIfAbsent(workload.namespace(), n -> new ArrayList<>())
                    .add(workload);
        }
        return byNamespace.values().stream().flatMap(WorkloadsCanBeToldApart::check);
    }

    private static Stream<Diagnostic> check(List<Workload> workloads) {
        Map<Requirement, List<Workload>> byLabel = byLabel(workloads);
        return workloads.stream()
                .flatMap(workload -> byLabel
                        .getOrDefault(workload.selector().requirements().get(0), List.of())
                        .stream()
                        .filter(other -> isOnce(workload, other))
                        .filter(other -> workload.selector().matches(other.labels()))
                        .map(other -> diagnostic(workload, other)));
    }

    /** By every label, so that the workloads that a selector could select are found without comparing all pairs. */
    private static Map<Requirement, List<Workload>> byLabel(List<Workload> workloads) {
        Map<Requirement, List<Workload>> byLabel = new HashMap<>();
        for (Workload workload : workloads) {
            workload.labels()
                    .forEach((key, value) -> byLabel.computeIfAbsent(
                                    Requirement.equal(key, value), r -> new ArrayList<>())
                            .add(workload));
        }
        return byLabel;
    }

    /** Of two workloads that select each other, only the later is reported. */
    private static boolean isOnce(Workload workload, Workload other) {
        boolean mutual = other.selector().matches(workload.labels());
        return !workload.equals(other)
                && (!mutual || workload.span().start() > other.span().start());
    }

    private static Diagnostic diagnostic(Workload workload, Workload other) {
        return Diagnostic.of(
                        Rule.INDISTINGUISHABLE,
                        workload.span(),
                        "a policy for `" + workload.name() + "` would select the pods of `" + other.name() + "` too")
                .withNote("it is known by `" + workload.selector() + "`")
                .withLabel(other.span(), "this has the same label")
                .withHelp("give one of them another `"
                        + workload.selector().requirements().get(0).key() + "` label");
    }
}
