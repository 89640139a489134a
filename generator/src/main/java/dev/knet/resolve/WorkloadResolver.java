package dev.knet.resolve;

import dev.knet.model.Kind;
import dev.knet.model.Namespace;
import dev.knet.model.OwnLabels;
import dev.knet.model.Selector;
import dev.knet.model.Workload;
import dev.knet.syntax.Member;
import dev.knet.syntax.WorkloadBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Workloads: what runs, with which labels. */
final class WorkloadResolver {
    private final Directory directory;
    private final LabelReader labels;
    private final Parameters parameters;
    private final Problems problems;
    private final ScheduleReader schedules;
    private final String topology;
    private final List<Workload> workloads = new ArrayList<>();

    WorkloadResolver(
            Directory directory, LabelReader labels, Parameters parameters, Problems problems, String topology) {
        this.parameters = parameters;
        this.directory = directory;
        this.labels = labels;
        this.problems = problems;
        this.schedules = new ScheduleReader(parameters, problems);
        this.topology = topology;
    }

    List<Workload> all() {
        return workloads;
    }

    void read(Namespace namespace, List<Member> members) {
        for (Member member : members) {
            if (member instanceof WorkloadBlock block) {
                Workload workload = workload(block, namespace);
                if (directory.add(workload)) {
                    workloads.add(workload);
                }
            }
        }
    }

    private Workload workload(WorkloadBlock block, Namespace namespace) {
        WorkloadParts parts = WorkloadParts.of(block, parameters, problems);
        boolean existing = block.existing() || namespace.existing() && !parts.hasImage();
        Kind kind = Kind.of(block.kind());
        SortedMap<String, String> written = labels.workloadLabels(parts.labels(), kind, existing);
        SortedMap<String, String> all = new TreeMap<>(written);
        if (!existing || written.isEmpty()) {
            all.putIfAbsent(Workload.APP_LABEL, block.name().text());
        }
        Selector selector = existing
                ? Selector.of(all)
                : Selector.of(new TreeMap<>(Map.of(Workload.APP_LABEL, all.get(Workload.APP_LABEL))));
        boolean isObject = !existing && kind == Kind.POD;
        return new Workload(
                namespace,
                kind,
                block.name().text(),
                existing,
                isObject ? OwnLabels.with(all, topology) : all,
                selector,
                parts.replicas(),
                schedules.read(block, existing),
                parts.account(namespace),
                parts.hostNetwork(),
                parts.containers(),
                parts.additions(),
                block.doc(),
                block.name().span());
    }
}
