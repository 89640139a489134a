package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Service;
import dev.knet.model.ServicePort;
import dev.knet.model.Topology;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of each service fit its type, and its ports are distinct. */
final class ServicesFit implements Check {
    private static final int LOWEST_NODE_PORT = 30000;
    private static final int HIGHEST_NODE_PORT = 32767;

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        List<Diagnostic> found = new ArrayList<>();
        Map<String, Span> nodePorts = new HashMap<>();
        for (Service service : topology.services()) {
            service.fold(
                    pods -> {
                        shape(pods, found);
                        ports(pods, found);
                        return nodePorts(pods, nodePorts, found);
                    },
                    host -> false);
        }
        return found.stream();
    }

    private static void shape(Service.OfWorkload service, List<Diagnostic> found) {
        if (!service.sourceRanges().isEmpty() && service.type() != Service.Type.LOAD_BALANCER) {
            found.add(wrong(
                    service.span(),
                    "only a `loadbalancer` can be kept to some source addresses",
                    "make it a `loadbalancer`, or leave `from …` out"));
        }
    }

    private static void ports(Service.OfWorkload service, List<Diagnostic> found) {
        Map<String, Span> first = new HashMap<>();
        for (ServicePort port : service.ports()) {
            Span earlier = first.putIfAbsent(port.written(), port.span());
            if (earlier != null) {
                found.add(Diagnostic.of(
                                Rule.DUPLICATE_PORT,
                                port.span(),
                                "service `" + service.name() + "` has port `" + port.written() + "` already")
                        .withLabel(earlier, "first here")
                        .withHelp("delete one of them"));
            }
        }
    }

    /** Node ports are the same on every node, for all services of the cluster. */
    private static boolean nodePorts(Service.OfWorkload service, Map<String, Span> taken, List<Diagnostic> found) {
        for (ServicePort port : service.ports()) {
            if (port.nodePort().isPresent()) {
                nodePort(service, port, port.nodePort().getAsInt(), taken, found);
            }
        }
        return true;
    }

    private static void nodePort(
            Service.OfWorkload service, ServicePort port, int number, Map<String, Span> taken, List<Diagnostic> found) {
        boolean onNodes = service.type() == Service.Type.NODE_PORT || service.type() == Service.Type.LOAD_BALANCER;
        Span earlier = onNodes ? taken(service, port, number, taken) : null;
        if (!onNodes) {
            found.add(wrong(
                    port.span(),
                    "only a `nodeport` or `loadbalancer` service has ports on the nodes",
                    "make `" + service.name() + "` a `nodeport` service, or leave `at " + number + "` out"));
        } else if (number < LOWEST_NODE_PORT || number > HIGHEST_NODE_PORT) {
            found.add(wrong(
                    port.span(),
                    "`" + number + "` is no node port",
                    "node ports are numbered from " + LOWEST_NODE_PORT + " to " + HIGHEST_NODE_PORT));
        } else if (earlier != null) {
            found.add(Diagnostic.of(Rule.DUPLICATE_PORT, port.span(), "node port `" + number + "` is taken already")
                    .withLabel(earlier, "by this")
                    .withHelp("choose another number, or leave `at …` out to let the cluster choose"));
        }
    }

    /** Who has it already. The cluster counts numbers, not protocols; one port of one service may use a number for both. */
    private static @Nullable Span taken(
            Service.OfWorkload service, ServicePort port, int number, Map<String, Span> taken) {
        String both = service.qualifiedName() + " " + port.number() + " " + number;
        Span earlier = taken.putIfAbsent(Integer.toString(number), port.span());
        boolean isOther = taken.putIfAbsent(both, port.span()) == null;
        return isOther ? earlier : null;
    }

    private static Diagnostic wrong(Span span, String message, String help) {
        return Diagnostic.of(Rule.INVALID_SERVICE, span, message).withHelp(help);
    }
}
