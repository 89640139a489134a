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
    private static final Check ANYTHING = new PoliciesAreEnforced();

    private static final List<Check> EVERYTHING = List.of(
            new SctpIsKnown(),
            new PortNamesAreNumbers(),
            new PortRangesCanBeListed(),
            new VersionsOfAddressesAreThere(),
            new NodesAreSeen(),
            new BarePodsAreSeen(),
            new ServicesKeepPorts(),
            new PeersHaveFewPorts(),
            new NodesLetNobodyIn());

    private static final Check MAINTAINED = new PluginIsMaintained();

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Cluster cluster = topology.cluster();
        if (cluster.cni().isEmpty()) {
            return Stream.empty();
        }
        boolean isAny = cluster.enforces(CniFeature.INGRESS) && cluster.enforces(CniFeature.EGRESS);
        Stream<Diagnostic> found =
                isAny ? EVERYTHING.stream().flatMap(check -> check.check(topology)) : ANYTHING.check(topology);
        return Stream.concat(found, MAINTAINED.check(topology));
    }
}
