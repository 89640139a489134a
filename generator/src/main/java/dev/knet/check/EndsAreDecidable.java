package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Direction;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Topology;
import java.util.List;
import java.util.stream.Stream;

/**
 * Of the other end of every sentence it is known whether this topology isolates it: a peer that selects namespaces by
 * labels may mean an isolated namespace whose labels are not all written here.
 */
final class EndsAreDecidable implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        IsolatedPods isolated = IsolatedPods.of(topology);
        return topology.permissions().stream().flatMap(permission -> check(permission, isolated));
    }

    private static Stream<Diagnostic> check(Permission permission, IsolatedPods isolated) {
        List<Peer> others = permission.isolates() == Direction.INGRESS
                ? permission.sources()
                : permission.openings().stream()
                        .flatMap(o -> o.targets().stream())
                        .toList();
        Direction end = permission.isolates() == Direction.INGRESS ? Direction.EGRESS : Direction.INGRESS;
        return others.stream()
                .flatMap(peer -> isolated.in(end, peer).undecided().stream())
                .limit(1)
                .map(pods -> diagnostic(permission, pods.namespace().orElseThrow()));
    }

    private static Diagnostic diagnostic(Permission permission, Namespace namespace) {
        String name =
                namespace.isOutside() ? "what stands outside all namespaces" : "namespace `" + namespace.name() + "`";
        return Diagnostic.of(
                        Rule.UNDECIDABLE,
                        permission.span(),
                        "it cannot be told whether this sentence means " + name + ", which is isolated here")
                .withLabel(namespace.span(), "not all of its labels are known here")
                .withHelp(
                        namespace.isOutside()
                                ? "put it into a namespace"
                                : "write the labels that the sentence asks for into its block, or name the namespaces");
    }
}
