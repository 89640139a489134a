package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Direction;
import dev.knet.model.DnsClients;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Namespace;
import dev.knet.model.Namespaces;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Topology;
import dev.knet.source.Span;
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
        return Stream.concat(
                topology.permissions().stream().flatMap(permission -> check(permission, isolated)),
                topology.dns().stream()
                        .flatMap(dns -> check(dns.peers(), Direction.INGRESS, dns.span(), isolated))
                        .filter(diagnostic -> isDnsUsed(topology, isolated)));
    }

    /** Who uses DNS is isolated by definition, so of it only the other end is open to doubt. */
    private static boolean isDnsUsed(Topology topology, IsolatedPods isolated) {
        return !DnsClients.of(topology, isolated).isEmpty();
    }

    private static Stream<Diagnostic> check(Permission permission, IsolatedPods isolated) {
        return permission.isolates() == Direction.INGRESS
                ? check(permission.sources(), Direction.EGRESS, permission.span(), isolated)
                : check(permission.targets(), Direction.INGRESS, permission.span(), isolated);
    }

    private static Stream<Diagnostic> check(List<Peer> others, Direction end, Span span, IsolatedPods isolated) {
        for (Peer peer : others) {
            List<Peer.Pods> undecided =
                    isByLabels(peer) ? isolated.in(end, peer).undecided() : List.of();
            if (!undecided.isEmpty()) {
                Namespace namespace = undecided.get(0).namespace().orElseThrow();
                return Stream.of(diagnostic(span, namespace));
            }
        }
        return Stream.empty();
    }

    /** Only who selects namespaces by labels can leave it open which are meant. */
    private static boolean isByLabels(Peer peer) {
        return peer instanceof Peer.Pods pods
                && pods.namespaces() instanceof Namespaces.Matching matching
                && !matching.selector().isEverything();
    }

    private static Diagnostic diagnostic(Span span, Namespace namespace) {
        String name =
                namespace.isOutside() ? "the pods outside all namespaces" : "namespace `" + namespace.name() + "`";
        Diagnostic diagnostic = Diagnostic.of(Rule.UNDECIDABLE, span, "it cannot be told whether this includes " + name)
                .withNote("pods there are isolated, so they would need a rule for it");
        return namespace.isOutside()
                ? diagnostic.withHelp("put them into a namespace, or name the namespaces that are meant")
                : diagnostic
                        .withLabel(namespace.span(), "not all of its labels are written here")
                        .withHelp(
                                "if it is meant, write the labels into its block; if not, name the namespaces that are");
    }
}
