package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Direction;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Port;
import dev.knet.model.Ports;
import dev.knet.model.Service;
import dev.knet.model.ServicePort;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pods behind a service that is open to the outside of the cluster let somebody in from there: a policy judges what
 * comes through a node port or a load balancer like everything else.
 */
final class PublicServicesAreOpen implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        List<Service.OfWorkload> open = new ArrayList<>();
        for (Service service : topology.services()) {
            if (service instanceof Service.OfWorkload pods && isPublic(pods)) {
                open.add(pods);
            }
        }
        if (open.isEmpty()) {
            return Stream.empty();
        }
        IsolatedPods isolated = IsolatedPods.of(topology);
        return open.stream()
                .filter(service -> !isolated.in(Direction.INGRESS, Peer.Pods.of(service.workload()))
                        .pods()
                        .isEmpty())
                .flatMap(service -> service.ports().stream()
                        .filter(port -> !admits(topology, service.workload(), port))
                        .limit(1)
                        .map(port -> diagnostic(service, port)));
    }

    private static boolean isPublic(Service.OfWorkload service) {
        return service.type() == Service.Type.NODE_PORT || service.type() == Service.Type.LOAD_BALANCER;
    }

    private static boolean admits(Topology topology, Workload workload, ServicePort port) {
        for (Permission permission : topology.permissions()) {
            if (permission.sources().stream().anyMatch(PublicServicesAreOpen::isOutside)) {
                for (Permission.Opening opening : permission.openings()) {
                    if (opens(opening.ports(), port)
                            && opening.targets().stream().anyMatch(target -> mayMean(target, workload))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isOutside(Peer source) {
        return !(source instanceof Peer.Pods);
    }

    private static boolean mayMean(Peer target, Workload workload) {
        if (!(target instanceof Peer.Pods pods)) {
            return target instanceof Peer.Anyone;
        }
        if (pods.workload().isPresent()) {
            return pods.workload().get().equals(workload);
        }
        Namespace namespace = workload.namespace();
        boolean isThere = pods.namespaces()
                .fold(
                        one -> one.namespace().equals(namespace),
                        matching -> namespace.selectedBy(matching.selector()).orElse(true));
        return isThere && workload.selectedBy(pods.selector()).orElse(true);
    }

    private static boolean opens(Ports ports, ServicePort port) {
        if (ports.any()) {
            return true;
        }
        for (Port open : ports.list()) {
            boolean isMeant = open.fold(
                    range -> range.contains(port.targetNumber()),
                    named -> named.name().equals(port.targetName())
                            || named.name().equals(port.name()));
            if (open.protocol() == port.protocol() && isMeant) {
                return true;
            }
        }
        return false;
    }

    private static Diagnostic diagnostic(Service.OfWorkload service, ServicePort port) {
        String workload = service.workload().name();
        String target =
                port.targetName() == null ? port.protocol().word() + "/" + port.targetNumber() : port.targetName();
        return Diagnostic.of(
                        Rule.PUBLIC_BUT_SHUT,
                        service.span(),
                        "service `" + service.name() + "` is open to the outside, but `" + workload
                                + "` lets nobody in from there on `" + target + "`")
                .withHelp("say who may come in, as in `" + workload + " allows anyone on " + target
                        + "`, or do without a `"
                        + (service.type() == Service.Type.NODE_PORT ? "nodeport" : "loadbalancer")
                        + "`");
    }
}
