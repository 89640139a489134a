package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Cni;
import dev.knet.model.Peer;
import dev.knet.model.Service;
import dev.knet.model.ServicePort;
import dev.knet.model.Topology;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pods that do not let in everybody have no service through which calls from outside come with the address of a node: a
 * node may always call its own pods, whatever their policies say.
 */
final class NodesLetNobodyIn implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Cni cni = topology.cluster().cni().orElseThrow();
        List<Service.OfWorkload> services = Outsiders.publicServices(topology);
        if (services.isEmpty()) {
            return Stream.empty();
        }
        Outsiders outsiders = new Outsiders(topology);
        return services.stream()
                .filter(service -> !service.routing().isLocalForOutsiders())
                .filter(service -> outsiders.isIsolated(service.workload()))
                .filter(service -> service.ports().stream().anyMatch(port -> isShut(service, port, outsiders)))
                .map(service -> diagnostic(service, cni));
    }

    private static boolean isShut(Service.OfWorkload service, ServicePort port, Outsiders outsiders) {
        return outsiders.areDenied(service.workload(), port)
                || outsiders.admitted(service.workload(), port).stream().noneMatch(NodesLetNobodyIn::isEverybody);
    }

    private static boolean isEverybody(Peer peer) {
        return !(peer instanceof Peer.Addresses addresses)
                || addresses.range().prefix() == 0 && addresses.except().isEmpty();
    }

    private static Diagnostic diagnostic(Service.OfWorkload service, Cni cni) {
        return Diagnostic.of(
                        Rule.THROUGH_THE_NODE,
                        service.span(),
                        "whoever calls service `" + service.name() + "` from outside may enter `"
                                + service.workload().name() + "`, whatever is allowed")
                .withNote(
                        "the call may have the address of the pod's own node, which " + cni.title() + " always lets in")
                .withHelp("keep the caller's address: `external-traffic local` in the block of the service");
    }
}
