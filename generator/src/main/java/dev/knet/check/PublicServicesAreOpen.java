package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Service;
import dev.knet.model.ServicePort;
import dev.knet.model.Topology;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pods behind a service that is open to the outside of the cluster let somebody in from there: a policy judges what
 * comes through a node port or a load balancer like everything else.
 */
final class PublicServicesAreOpen implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        List<Service.OfWorkload> services = Outsiders.publicServices(topology);
        if (services.isEmpty()) {
            return Stream.empty();
        }
        Outsiders outsiders = new Outsiders(topology);
        return services.stream()
                .filter(service -> outsiders.isIsolated(service.workload()))
                .flatMap(service -> service.ports().stream()
                        .filter(port ->
                                outsiders.admitted(service.workload(), port).isEmpty())
                        .limit(1)
                        .map(port -> diagnostic(service, port)));
    }

    private static Diagnostic diagnostic(Service.OfWorkload service, ServicePort port) {
        String workload = service.workload().name();
        String target =
                port.targetName() == null ? port.protocol().word() + "/" + port.targetNumber() : port.targetName();
        String type = service.type() == Service.Type.NODE_PORT ? "nodeport" : "loadbalancer";
        return Diagnostic.of(
                        Rule.PUBLIC_BUT_SHUT,
                        service.span(),
                        "service `" + service.name() + "` is open to the outside, but `" + workload
                                + "` lets nobody in from there on `" + target + "`")
                .withHelp("say who may come in, as in `" + workload + " allows anyone on " + target
                        + "`, or do without a `" + type + "`");
    }
}
