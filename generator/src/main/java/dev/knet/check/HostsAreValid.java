package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.KubernetesNames;
import dev.knet.model.Service;
import dev.knet.model.Topology;
import java.util.stream.Stream;

/** An external service is another name for a DNS name. */
final class HostsAreValid implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        return topology.services().stream()
                .flatMap(service -> service.fold(pods -> Stream.empty(), HostsAreValid::check));
    }

    private static Stream<Diagnostic> check(Service.OfHost service) {
        String host = service.host().endsWith(".")
                ? service.host().substring(0, service.host().length() - 1)
                : service.host();
        return KubernetesNames.isSubdomain(host)
                ? Stream.empty()
                : Stream.of(
                        Diagnostic.of(Rule.INVALID_HOST, service.hostSpan(), "`" + service.host() + "` is no DNS name")
                                .withHelp("write the host's name only, in lower case, without scheme, port or path"));
    }
}
