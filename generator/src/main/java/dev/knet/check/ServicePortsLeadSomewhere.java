package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.ContainerPort;
import dev.knet.model.Service;
import dev.knet.model.ServicePort;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Behind each port of a service, its workload listens; where it says on what it does. */
final class ServicePortsLeadSomewhere implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        return topology.services().stream()
                .flatMap(service -> service.fold(ServicePortsLeadSomewhere::check, host -> Stream.empty()));
    }

    private static Stream<Diagnostic> check(Service.OfWorkload service) {
        Workload workload = service.workload();
        return !workload.declaresPorts()
                ? Stream.empty()
                : service.ports().stream()
                        .filter(port -> port.targetName() == null)
                        .filter(port -> workload.ports().stream().noneMatch(declared -> isBehind(port, declared)))
                        .map(port -> diagnostic(port, workload));
    }

    private static boolean isBehind(ServicePort port, ContainerPort declared) {
        return declared.protocol() == port.protocol() && declared.number() == port.targetNumber();
    }

    private static Diagnostic diagnostic(ServicePort port, Workload workload) {
        String target = port.protocol().word() + "/" + port.targetNumber();
        String listed = workload.ports().stream()
                .map(declared -> "`" + declared.written() + "`")
                .collect(Collectors.joining(", "));
        return Diagnostic.of(
                        Rule.NOTHING_BEHIND,
                        port.span(),
                        "`" + workload.name() + "` does not listen on `" + target + "`")
                .withHelp("it listens on " + listed + "; " + correction(port, workload));
    }

    private static String correction(ServicePort port, Workload workload) {
        return workload.ports().stream()
                .filter(declared -> declared.protocol() == port.protocol())
                .findFirst()
                .map(declared -> "lead to one of these: `" + port.written() + " -> " + declared.number() + "`")
                .orElse("declare the port in `" + workload.name() + "`: `port "
                        + port.protocol().word() + "/" + port.targetNumber() + "`");
    }
}
