package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Port;
import dev.knet.model.Service;
import dev.knet.model.ServicePort;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A sentence about a workload that declares no ports names none that is only a port of its service: a policy acts behind
 * the service, on the pod's port. Where ports are declared, it is an error that is found earlier.
 */
final class PortsAreThePods implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Map<Workload, List<ServicePort>> mapped = new HashMap<>();
        for (Service service : topology.services()) {
            if (service instanceof Service.OfWorkload pods && !pods.workload().declaresPorts()) {
                mapped.computeIfAbsent(pods.workload(), none -> new ArrayList<>())
                        .addAll(pods.ports());
            }
        }
        List<Diagnostic> found = new ArrayList<>();
        if (!mapped.isEmpty()) {
            topology.permissions().forEach(it -> look(it.openings(), mapped, it.span(), found));
            topology.expectations().forEach(it -> look(it.openings(), mapped, it.span(), found));
        }
        return found.stream();
    }

    private static void look(
            List<Permission.Opening> openings,
            Map<Workload, List<ServicePort>> mapped,
            Span span,
            List<Diagnostic> found) {
        for (Permission.Opening opening : openings) {
            for (Peer target : opening.targets()) {
                Workload workload = target.asPods().flatMap(Peer.Pods::workload).orElse(null);
                List<ServicePort> ports = workload == null ? null : mapped.get(workload);
                if (ports != null) {
                    opening.ports().list().forEach(port -> look(port, ports, span, found));
                }
            }
        }
    }

    private static void look(Port port, List<ServicePort> ports, Span span, List<Diagnostic> found) {
        if (port.first() == 0 || port.first() != port.last() || ports.stream().anyMatch(it -> leadsTo(it, port))) {
            return;
        }
        for (ServicePort it : ports) {
            if (it.protocol() == port.protocol() && it.number() == port.first()) {
                String target = it.protocol().word() + "/" + it.targetNumber();
                found.add(Diagnostic.of(
                                Rule.SERVICE_PORT,
                                span,
                                "`" + it.written() + "` is the port of the service; the pods behind it get `" + target
                                        + "`")
                        .withLabel(it.span(), "mapped here")
                        .withHelp("write `on " + target + "`, or name the service in the place of the workload"));
                return;
            }
        }
    }

    private static boolean leadsTo(ServicePort it, Port port) {
        return it.protocol() == port.protocol() && it.targetNumber() == port.first();
    }
}
