package dev.knet.resolve;

import dev.knet.model.Cni;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.syntax.ClusterBlock;
import dev.knet.syntax.ClusterCni;
import dev.knet.syntax.ClusterDns;
import dev.knet.syntax.ClusterEnds;
import dev.knet.syntax.ClusterVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the cluster blocks say: where the nodes and the API server are, and who answers names. */
final class ClusterResolver {
    private final Viewpoints viewpoints;
    private final PortResolver ports;
    private final Problems problems;
    private final Namespace outside;

    ClusterResolver(Viewpoints viewpoints, PortResolver ports, Problems problems, Namespace outside) {
        this.viewpoints = viewpoints;
        this.ports = ports;
        this.problems = problems;
        this.outside = outside;
    }

    /** The plugin, which decides what peers and ports become. */
    static Optional<Cni> cni(List<ClusterBlock> blocks, Problems problems) {
        List<ClusterCni> statements = new ArrayList<>();
        for (ClusterBlock block : blocks) {
            statements.addAll(block.cni());
        }
        ClusterCni statement = problems.onlyOne(statements, "cni");
        return new CniResolver(problems).cni(statement);
    }

    /** Tells the viewpoints all but the DNS, whose statement it returns. */
    @Nullable
    ClusterDns read(List<ClusterBlock> blocks) {
        List<ClusterVersion> versions = new ArrayList<>();
        List<ClusterDns> dns = new ArrayList<>();
        List<ClusterEnds> nodes = new ArrayList<>();
        List<ClusterEnds> apiservers = new ArrayList<>();
        for (ClusterBlock block : blocks) {
            versions.addAll(block.kubernetes());
            dns.addAll(block.dns());
            nodes.addAll(block.nodes());
            apiservers.addAll(block.apiservers());
        }
        new VersionReader(problems).check(problems.onlyOne(versions, "kubernetes"));
        ClusterEnds node = problems.onlyOne(nodes, "nodes");
        if (node != null) {
            viewpoints.setNodes(peers(targets(node)));
        }
        ClusterEnds apiserver = problems.onlyOne(apiservers, "apiserver");
        if (apiserver != null) {
            List<Target> targets = targets(apiserver);
            ports.openings(targets, apiserver.ports(), outside)
                    .filter(openings -> openings.size() == 1)
                    .map(openings -> new Permission.Opening(
                            peers(targets), openings.get(0).ports()))
                    .ifPresent(opening -> viewpoints.setApiserver(Optional.of(opening)));
        }
        return problems.onlyOne(dns, "dns");
    }

    private List<Target> targets(ClusterEnds ends) {
        PeerResolver resolver = viewpoints.from(outside);
        List<Target> targets = new ArrayList<>();
        for (dev.knet.syntax.Peer peer : ends.peers()) {
            if (resolver.isOfAddresses(peer, "cluster")) {
                targets.addAll(peer.accept(resolver));
            }
        }
        return targets;
    }

    private static List<Peer> peers(List<Target> targets) {
        List<Peer> peers = new ArrayList<>();
        for (Target target : targets) {
            peers.addAll(target.peers());
        }
        return peers;
    }
}
