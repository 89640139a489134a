package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Direction;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Topology;
import java.util.List;
import java.util.stream.Stream;

/**
 * A policy in a namespace can name its peers. What stands outside all namespaces lands in one that only the person who
 * applies it knows, so a policy in a namespace cannot say which.
 */
final class PeersAreInSight implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        IsolatedPods isolated = IsolatedPods.of(topology);
        return topology.permissions().stream()
                .flatMap(permission -> permission.openings().stream()
                        .filter(opening -> isOutOfSight(permission, opening, isolated))
                        .limit(1)
                        .map(opening -> diagnostic(permission)));
    }

    private static boolean isOutOfSight(Permission permission, Permission.Opening opening, IsolatedPods isolated) {
        return hasOutside(permission.sources()) && hasPolicyInside(Direction.INGRESS, opening.targets(), isolated)
                || hasOutside(opening.targets()) && hasPolicyInside(Direction.EGRESS, permission.sources(), isolated);
    }

    private static boolean hasOutside(List<Peer> peers) {
        return peers.stream()
                .anyMatch(peer -> peer.fold(PeersAreInSight::isOutside, addresses -> false, anyone -> false));
    }

    private static boolean isOutside(Peer.Pods pods) {
        return pods.namespace().map(namespace -> namespace.isOutside()).orElse(false);
    }

    private static boolean hasPolicyInside(Direction direction, List<Peer> peers, IsolatedPods isolated) {
        return peers.stream()
                .flatMap(peer -> isolated.in(direction, peer).pods().stream())
                .anyMatch(pods -> !isOutside(pods));
    }

    private static Diagnostic diagnostic(Permission permission) {
        return Diagnostic.of(
                        Rule.OUT_OF_SIGHT,
                        permission.span(),
                        "a policy in a namespace cannot name what stands outside all of them")
                .withNote("one end stands outside all namespaces, the other needs a policy in its namespace")
                .withHelp("put both ends into namespaces");
    }
}
