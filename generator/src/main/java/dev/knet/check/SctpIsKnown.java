package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Cni;
import dev.knet.model.CniFeature;
import dev.knet.model.Port;
import dev.knet.model.Protocol;
import dev.knet.model.Topology;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a sentence is about SCTP, the network plugin knows SCTP. */
final class SctpIsKnown implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Cni cni = topology.cluster().cni().orElseThrow();
        return cni.enforces(CniFeature.SCTP)
                ? Stream.empty()
                : Spoken.in(topology).stream().flatMap(it -> diagnostic(it, cni).stream());
    }

    private static Optional<Diagnostic> diagnostic(Spoken sentence, Cni cni) {
        for (Port port : sentence.ports()) {
            if (port.protocol() == Protocol.SCTP) {
                return Optional.of(Unenforced.diagnostic(
                        Rule.SCTP_IGNORED,
                        cni,
                        CniFeature.SCTP,
                        sentence.span(),
                        "`" + port.text() + "` cannot be enforced",
                        ""));
            }
        }
        return Optional.empty();
    }
}
