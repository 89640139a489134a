package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.model.Cluster;
import dev.knet.model.CniFeature;
import dev.knet.model.Topology;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the cluster's network plugin would not enforce is refused. Where it enforces no policy at all, that is all there is
 * to say; where any plugin is meant, there is nothing.
 */
final class PluginEnforces implements Check {
    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Cluster cluster = topology.cluster();
        if (cluster.cni().isEmpty()) {
            return Stream.empty();
        }
        boolean isAny = cluster.enforces(CniFeature.INGRESS) && cluster.enforces(CniFeature.EGRESS);
        return Stream.concat(
                (isAny ? checks() : List.of(new PoliciesAreEnforced()))
                        .stream().flatMap(check -> check.check(topology)),
                new PluginIsMaintained().check(topology));
    }

    /** Not loaded where no plugin is named. */
    private static List<Check> checks() {
        return List.of(
                new SctpIsKnown(),
                new PortNamesAreNumbers(),
                new PortRangesCanBeListed(),
                new VersionsOfAddressesAreThere(),
                new NodesAreSeen(),
                new NodesCanBeDenied(),
                new BarePodsAreSeen(),
                new ServicesKeepPorts(),
                new PeersHaveFewPorts(),
                new NodesLetNobodyIn());
    }
}
