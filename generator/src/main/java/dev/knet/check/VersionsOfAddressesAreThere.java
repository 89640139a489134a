package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Cni;
import dev.knet.model.CniFeature;
import dev.knet.model.Peer;
import dev.knet.model.Topology;
import java.util.Optional;
import java.util.stream.Stream;

/** Addresses that a sentence names are of a version of IP that the cluster has. */
final class VersionsOfAddressesAreThere implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Cni cni = topology.cluster().cni().orElseThrow();
        return cni.enforces(CniFeature.IPV4) && cni.enforces(CniFeature.IPV6)
                ? Stream.empty()
                : Spoken.in(topology).stream().flatMap(it -> diagnostic(it, cni).stream());
    }

    private static Optional<Diagnostic> diagnostic(Spoken sentence, Cni cni) {
        for (Peer.Addresses addresses : sentence.addresses()) {
            int version = addresses.range().version();
            if (!cni.enforces(CniFeature.ofVersion(version))) {
                return Optional.of(Unenforced.diagnostic(
                        Rule.WRONG_VERSION,
                        cni,
                        CniFeature.ofVersion(version),
                        sentence.span(),
                        "`" + addresses.range() + "` is IPv" + version + ", of which the cluster has none",
                        "leave these addresses out"));
            }
        }
        return Optional.empty();
    }
}
