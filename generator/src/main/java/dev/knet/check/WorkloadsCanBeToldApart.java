package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Requirement;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** No policy or service that means one workload selects the pods of another in the same namespace. */
final class WorkloadsCanBeToldApart implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Map<String, List<Workload>> byLabel = byLabel(topology.workloads());
        List<Diagnostic> found = new ArrayList<>();
        for (Workload workload : topology.workloads()) {
            Requirement first = workload.selector().requirements().get(0);
            List<Workload> similar =
                    byLabel.get(place(workload, first.key(), first.values().get(0)));
            for (Workload other : similar == null ? List.<Workload>of() : similar) {
                if (isOnce(workload, other) && workload.selector().matches(other.labels())) {
                    found.add(diagnostic(workload, other));
                    break;
                }
            }
        }
        return found.stream();
    }

    /** By every label, so that the workloads that a selector could select are found without comparing all pairs. */
    private static Map<String, List<Workload>> byLabel(List<Workload> workloads) {
        Map<String, List<Workload>> byLabel = new HashMap<>();
        for (Workload workload : workloads) {
            for (Map.Entry<String, String> label : workload.labels().entrySet()) {
                byLabel.computeIfAbsent(place(workload, label.getKey(), label.getValue()), l -> new ArrayList<>(1))
                        .add(workload);
            }
        }
        return byLabel;
    }

    private static String place(Workload workload, String key, String value) {
        return workload.namespace().name() + " " + key + "=" + value;
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
