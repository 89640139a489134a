package dev.knet.resolve;

import dev.knet.model.Peer;
import dev.knet.model.Workload;

/** Which workloads a selection by labels may stand for, as far as their labels are known. */
final class Selections {
    private Selections() {}

    static boolean maySelect(Peer.Pods pods, Workload workload) {
        boolean inNamespace = pods.namespaces()
                .fold(
                        one -> one.namespace().equals(workload.namespace()),
                        matching -> workload.namespace()
                                .selectedBy(matching.selector())
                                .orElse(true));
        return inNamespace && workload.selectedBy(pods.selector()).orElse(true);
    }
}
