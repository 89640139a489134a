package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Denial;
import dev.knet.model.Direction;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Of each connection that is denied, one end is isolated: a policy denies nothing, so only what must be allowed can be kept
 * from being.
 */
final class DenialsAreEnforced implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        if (topology.denials().isEmpty()) {
            return Stream.empty();
        }
        IsolatedPods isolated = IsolatedPods.of(topology);
        List<Diagnostic> found = new ArrayList<>();
        for (Denial denial : topology.denials()) {
            check(denial, isolated).ifPresent(found::add);
        }
        return found.stream();
    }

    /** The first that is left open; the others are mostly open for the same reason. */
    private static Optional<Diagnostic> check(Denial denial, IsolatedPods isolated) {
        for (Permission.Opening opening : denial.openings()) {
            for (Peer target : opening.targets()) {
                if (!isolated.contains(Direction.INGRESS, target)) {
                    for (Peer source : denial.sources()) {
                        if (!isolated.contains(Direction.EGRESS, source)) {
                            return Optional.of(diagnostic(denial, target, source));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Diagnostic diagnostic(Denial denial, Peer target, Peer source) {
        Optional<String> shut = ofOneNamespace(target)
                .map(pods -> "deny ingress to " + PodWords.of(pods))
                .or(() -> ofOneNamespace(source).map(pods -> "deny egress from " + PodWords.of(pods)));
        return Diagnostic.of(Rule.NOT_ENFORCED, denial.span(), "nothing would enforce this: neither end is isolated")
                .withNote("what is not isolated is open, and a NetworkPolicy can only allow")
                .withHelp(shut.map(sentence -> "isolate one end: `" + sentence + "`")
                        .orElse("name pods of one namespace at one of its ends, and isolate them"));
    }

    private static Optional<Peer.Pods> ofOneNamespace(Peer peer) {
        return peer.asPods().filter(pods -> pods.namespace().isPresent());
    }
}
