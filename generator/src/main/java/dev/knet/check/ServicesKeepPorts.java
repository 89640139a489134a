package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Cni;
import dev.knet.model.CniFeature;
import dev.knet.model.Protocol;
import dev.knet.model.Service;
import dev.knet.model.ServicePort;
import dev.knet.model.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the network plugin judges a call of a service by the service's port, or does not map ports of SCTP at all, services
 * have the ports of their pods.
 */
final class ServicesKeepPorts implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Cni cni = topology.cluster().cni().orElseThrow();
        boolean areJudged =
                !topology.permissions().isEmpty() || !topology.isolations().isEmpty();
        List<Diagnostic> found = new ArrayList<>();
        for (Service service : topology.services()) {
            if (service instanceof Service.OfWorkload pods && pods.type() != Service.Type.HEADLESS) {
                for (ServicePort port : pods.ports()) {
                    boolean isMapped =
                            port.number() != port.targetNumber() && (areJudged || port.protocol() == Protocol.SCTP);
                    if (isMapped && !cni.enforces(CniFeature.mappingOf(port.protocol()))) {
                        found.add(diagnostic(pods, port, cni));
                    }
                }
            }
        }
        return found.stream();
    }

    private static Diagnostic diagnostic(Service.OfWorkload service, ServicePort port, Cni cni) {
        String target = port.protocol().word() + "/" + port.targetNumber();
        return Unenforced.diagnostic(
                Rule.MAPPED_PORT,
                cni,
                CniFeature.mappingOf(port.protocol()),
                port.span(),
                "service `" + service.name() + "` leads `" + port.written() + "` to another port, `" + target + "`",
                "give both the same number");
    }
}
