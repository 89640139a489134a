package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Direction;
import dev.knet.model.Dns;
import dev.knet.model.DnsClients;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Topology;
import dev.knet.source.Span;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A policy in a namespace can name its peers. What stands outside all namespaces lands in one that only the person who
 * applies it knows, so a policy in a namespace cannot say which.
 */
final class PeersAreInSight implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        if (!isMixed(topology)) {
            return Stream.empty();
        }
        IsolatedPods isolated = IsolatedPods.of(topology);
        Stream<Diagnostic> permissions = topology.permissions().stream()
                .filter(permission -> isOutOfSight(permission, isolated))
                .map(permission -> diagnostic(permission.span(), "put both ends into namespaces"));
        Stream<Diagnostic> dns = topology.dns().stream()
                .filter(it -> isOutOfSight(it, DnsClients.of(topology, isolated), isolated))
                .map(it -> diagnostic(
                        it.span(),
                        "say where the DNS runs: `dns pods(…) in namespace(kubernetes.io/metadata.name=…)`"));
        return Stream.concat(permissions, dns);
    }

    /** Most topologies stand in namespaces or outside them; only some of each need a closer look. */
    private static boolean isMixed(Topology topology) {
        boolean isInside = topology.namespaces().stream().anyMatch(namespace -> !namespace.isOutside());
        return isInside
                && (topology.namespaces().stream().anyMatch(Namespace::isOutside)
                        || topology.dns().stream().anyMatch(dns -> hasOutside(dns.peers())));
    }

    private static boolean isOutOfSight(Permission permission, IsolatedPods isolated) {
        List<Peer> sources = permission.sources();
        return permission.openings().stream()
                .map(Permission.Opening::targets)
                .anyMatch(targets -> hasOutside(sources)
                                && hasInside(isolated.ends(permission, Direction.INGRESS, targets))
                        || hasOutside(targets) && hasInside(isolated.ends(permission, Direction.EGRESS, sources)));
    }

    private static boolean isOutOfSight(Dns dns, Set<Peer.Pods> clients, IsolatedPods isolated) {
        return hasOutside(dns.peers()) && hasInside(clients)
                || hasOutside(clients)
                        && dns.peers().stream()
                                .anyMatch(peer -> hasInside(
                                        isolated.in(Direction.INGRESS, peer).pods()));
    }

    private static boolean hasOutside(Collection<? extends Peer> peers) {
        return peers.stream()
                .anyMatch(peer -> peer.fold(PeersAreInSight::isOutside, addresses -> false, anyone -> false));
    }

    private static boolean isOutside(Peer.Pods pods) {
        return pods.namespace().map(Namespace::isOutside).orElse(false);
    }

    private static boolean hasInside(Collection<Peer.Pods> ends) {
        return ends.stream().anyMatch(pods -> !isOutside(pods));
    }

    private static Diagnostic diagnostic(Span span, String help) {
        return Diagnostic.of(
                        Rule.OUT_OF_SIGHT,
                        span,
                        "a policy in a namespace cannot name pods that stand outside all namespaces")
                .withNote("which namespace those get is decided later, by `kubectl -n`")
                .withHelp(help);
    }
}
