package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Service;
import dev.knet.model.ServicePort;
import dev.knet.model.Topology;
import java.util.stream.Stream;

/** A headless service has the ports of its pods: its clients get addresses and dial as they are told, nothing is mapped. */
final class HeadlessPortsAreThePods implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        return topology.services().stream()
                .flatMap(service -> service.fold(HeadlessPortsAreThePods::check, host -> Stream.empty()));
    }

    private static Stream<Diagnostic> check(Service.OfWorkload service) {
        return service.type() != Service.Type.HEADLESS
                ? Stream.empty()
                : service.ports().stream()
                        .filter(port -> port.number() != port.targetNumber())
                        .map(HeadlessPortsAreThePods::diagnostic);
    }

    private static Diagnostic diagnostic(ServicePort port) {
        String target = port.protocol().word() + "/" + port.targetNumber();
        return Diagnostic.of(
                        Rule.NOT_MAPPED,
                        port.span(),
                        "nothing maps `" + port.written() + "` to `" + target + "`: the service is headless")
                .withHelp("write `" + target + "`, which its clients have to dial, or leave `headless` out");
    }
}
