package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Cni;
import dev.knet.model.CniFeature;
import dev.knet.model.Denial;
import dev.knet.model.Direction;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * No denial keeps a node from its own pods, for that holds nowhere; nor, where the network plugin lets pods call their own
 * node, pods from it. There whoever shuts the way out of pods is told that it leads to the node all the same.
 */
final class NodesCanBeDenied implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Cni cni = topology.cluster().cni().orElseThrow();
        NodeAddresses nodes = NodeAddresses.ofNodes(topology.cluster());
        List<Diagnostic> found = new ArrayList<>();
        for (Denial denial : topology.denials()) {
            denied(denial, nodes, cni).ifPresent(feature -> found.add(diagnostic(denial, feature, cni)));
        }
        cni.lack(CniFeature.NODE_KEPT_FROM)
                .filter(lack -> shutsAWayOut(topology))
                .ifPresent(lack -> found.add(alwaysOpen(lack, cni)));
        return found.stream();
    }

    private static Optional<CniFeature> denied(Denial denial, NodeAddresses nodes, Cni cni) {
        if (anyIsIn(nodes, denial.sources()) && !cni.enforces(CniFeature.NODE_KEPT_OUT)) {
            return Optional.of(CniFeature.NODE_KEPT_OUT);
        }
        boolean isFrom = denial.openings().stream().anyMatch(opening -> anyIsIn(nodes, opening.targets()));
        return isFrom && !cni.enforces(CniFeature.NODE_KEPT_FROM)
                ? Optional.of(CniFeature.NODE_KEPT_FROM)
                : Optional.empty();
    }

    private static boolean anyIsIn(NodeAddresses nodes, List<Peer> peers) {
        for (Peer peer : peers) {
            if (peer instanceof Peer.Addresses addresses && nodes.contain(addresses.range())) {
                return true;
            }
        }
        return false;
    }

    private static Diagnostic diagnostic(Denial denial, CniFeature feature, Cni cni) {
        return Unenforced.diagnostic(
                Rule.NODE_DENIED,
                cni,
                feature,
                denial.span(),
                "no policy keeps pods and the node that they run on apart",
                "leave the nodes out here, and except their addresses where a sentence allows them");
    }

    private static boolean shutsAWayOut(Topology topology) {
        for (Permission permission : topology.permissions()) {
            if (permission.isolates() == Direction.EGRESS) {
                return true;
            }
        }
        return topology.isolations().stream()
                .anyMatch(isolation -> isolation.directions().contains(Direction.EGRESS));
    }

    private static Diagnostic alwaysOpen(Cni.Lack lack, Cni cni) {
        return Diagnostic.of(
                        Rule.NODE_ALWAYS_OPEN,
                        cni.span(),
                        "the way out of pods leads to their own node, whatever is shut")
                .withNote(lack.effect())
                .withHelp("let nothing listen on the nodes that pods must not call, or write `// knet:allow "
                        + Rule.NODE_ALWAYS_OPEN.id() + "` and the reason above this line");
    }
}
