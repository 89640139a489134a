package dev.knet.check;

import dev.knet.model.Namespaces;
import dev.knet.model.Peer;

/** Pods as a sentence could write them, whichever namespace it stands in. */
final class PodWords {
    private PodWords() {}

    static String of(Peer.Pods pods) {
        if (pods.workload().isPresent()) {
            return pods.workload().get().qualifiedName();
        }
        String which = pods.selector().isEverything() ? "pods" : "pods(" + pods.selector() + ")";
        return which
                + pods.namespaces()
                        .fold(
                                one -> one.namespace().isOutside()
                                        ? ""
                                        : " in " + one.namespace().name(),
                                PodWords::scope);
    }

    private static String scope(Namespaces.Matching matching) {
        return matching.selector().isEverything() ? " in any namespace" : " in namespace(" + matching.selector() + ")";
    }
}
