package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Peer;
import dev.knet.model.Service;
import dev.knet.model.ServicePort;
import dev.knet.model.Topology;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where pods let in only some addresses through a node port or a load balancer, the service keeps the addresses of its
 * callers: mostly a node puts its own in their place, and the rule never applies.
 */
final class CallersAreSeen implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        List<Service.OfWorkload> services = Outsiders.publicServices(topology);
        if (services.isEmpty()) {
            return Stream.empty();
        }
        Outsiders outsiders = new Outsiders(topology);
        return services.stream()
                .filter(service -> !service.routing().isLocalForOutsiders())
                .filter(service -> outsiders.isIsolated(service.workload()))
                .filter(service -> service.ports().stream().anyMatch(port -> isHidden(service, port, outsiders)))
                .map(CallersAreSeen::diagnostic);
    }

    private static boolean isHidden(Service.OfWorkload service, ServicePort port, Outsiders outsiders) {
        List<Peer> admitted = outsiders.admitted(service.workload(), port);
        boolean areSome = !admitted.isEmpty() && admitted.stream().noneMatch(CallersAreSeen::isEverywhere);
        return areSome || outsiders.areDenied(service.workload(), port);
    }

    private static boolean isEverywhere(Peer peer) {
        return !(peer instanceof Peer.Addresses addresses)
                || addresses.range().prefix() == 0 && addresses.except().isEmpty();
    }

    private static Diagnostic diagnostic(Service.OfWorkload service) {
        return Diagnostic.of(
                        Rule.CALLER_HIDDEN,
                        service.span(),
                        "through service `" + service.name() + "`, the pods of `"
                                + service.workload().name()
                                + "` may see the address of a node and not that of the caller")
                .withNote("only some addresses are let in there")
                .withHelp("keep the caller's address: `external-traffic local` in the block of the service");
    }
}
