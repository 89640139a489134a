package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.AddressText;
import dev.knet.model.KubernetesNames;
import dev.knet.model.Service;
import dev.knet.model.Topology;
import java.util.Locale;
import java.util.stream.Stream;

/** An external service is another name for a DNS name. */
final class HostsAreValid implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        return topology.services().stream()
                .flatMap(service -> service.fold(pods -> Stream.empty(), HostsAreValid::check));
    }

    private static String named(String host) {
        return host.isEmpty() ? "an empty text" : "`" + host + "`";
    }

    private static String help(String host) {
        if (AddressText.readV4(host).isPresent()) {
            return "no service leads to an address; a sentence names it by itself: `web reaches " + host
                    + " on tcp/443`";
        }
        return suggestion(host) + "the host's name alone, in lower case, without scheme, port or path";
    }

    private static String suggestion(String host) {
        String name =
                host.toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+://", "").replaceFirst("[:/].*", "");
        return isName(name) ? "write `" + name + "`: " : "write ";
    }

    /** The API server takes an address, too, but nothing ever resolves it. */
    private static boolean isName(String host) {
        return KubernetesNames.isSubdomain(host) && AddressText.readV4(host).isEmpty();
    }

    private static Stream<Diagnostic> check(Service.OfHost service) {
        String host = service.host().endsWith(".")
                ? service.host().substring(0, service.host().length() - 1)
                : service.host();
        return isName(host)
                ? Stream.empty()
                : Stream.of(
                        Diagnostic.of(Rule.INVALID_HOST, service.hostSpan(), named(service.host()) + " is no DNS name")
                                .withHelp(help(host)));
    }
}
