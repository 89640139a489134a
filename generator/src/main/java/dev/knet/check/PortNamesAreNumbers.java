package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Cni;
import dev.knet.model.CniFeature;
import dev.knet.model.Port;
import dev.knet.model.Topology;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the network plugin knows no names of ports, each has one number: what workloads declare has been written by its
 * number before, and of a selection nobody knows all the pods.
 */
final class PortNamesAreNumbers implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Cni cni = topology.cluster().cni().orElseThrow();
        boolean areAllKnown = cni.enforces(CniFeature.NAMED_PORTS) && cni.enforces(CniFeature.NAMED_SCTP_PORTS);
        return areAllKnown ? Stream.empty() : Spoken.in(topology).stream().flatMap(it -> diagnostic(it, cni).stream());
    }

    private static Optional<Diagnostic> diagnostic(Spoken sentence, Cni cni) {
        for (Port port : sentence.ports()) {
            if (port instanceof Port.Named named && !cni.enforces(CniFeature.namesOf(named.protocol()))) {
                return Optional.of(Unenforced.diagnostic(
                        Rule.NAME_WITHOUT_NUMBER,
                        cni,
                        CniFeature.namesOf(named.protocol()),
                        sentence.span(),
                        "`" + named.name() + "` cannot be written as a number: it may be another one in each pod",
                        "write the number, or name the workloads that are meant"));
            }
        }
        return Optional.empty();
    }
}
