package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.ContainerPort;
import dev.knet.model.Protocol;
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
 * No number is a port of two protocols in one service or one workload: that is allowed, but `kubectl apply` merges ports
 * by their number alone and loses one of them (kubernetes/kubernetes#39188).
 */
final class PortsSurviveApply implements Check {

    /** A port's number, whatever its protocol. */
    private record Seen(Protocol protocol, Span span) {}

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        List<Diagnostic> found = new ArrayList<>();
        for (Workload workload : topology.workloads()) {
            if (!workload.existing()) {
                Map<Integer, Seen> seen = new HashMap<>();
                for (ContainerPort port : workload.ports()) {
                    look(port.number(), port.protocol(), port.span(), seen, found);
                }
            }
        }
        for (Service service : topology.services()) {
            if (service instanceof Service.OfWorkload pods) {
                Map<Integer, Seen> seen = new HashMap<>();
                for (ServicePort port : pods.ports()) {
                    look(port.number(), port.protocol(), port.span(), seen, found);
                }
            }
        }
        return found.stream();
    }

    private static void look(
            int number, Protocol protocol, Span span, Map<Integer, Seen> seen, List<Diagnostic> found) {
        Seen earlier = seen.putIfAbsent(number, new Seen(protocol, span));
        if (earlier != null && earlier.protocol != protocol) {
            found.add(Diagnostic.of(
                            Rule.LOST_BY_APPLY,
                            span,
                            "`kubectl apply` may lose one of the ports `" + earlier.protocol.word() + "/" + number
                                    + "` and `" + protocol.word() + "/" + number + "`")
                    .withNote("on the client's side it merges ports by their number alone")
                    .withLabel(earlier.span, "this is the other")
                    .withHelp(
                            "apply with `kubectl apply --server-side`, and silence this with that reason: `// knet:allow "
                                    + Rule.LOST_BY_APPLY.id() + " applied by the server`"));
        }
    }
}
