package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Container;
import dev.knet.model.ContainerPort;
import dev.knet.model.Port;
import dev.knet.model.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The ports that containers declare have valid numbers, and none is declared twice. */
final class PortsAreDistinct implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        return topology.workloads().stream()
                .flatMap(workload -> Stream.concat(
                        workload.containers().stream().flatMap(PortsAreDistinct::names), numbers(workload.ports())));
    }

    /** The containers of a pod share its address, so a number can be taken once for all of them. */
    private static Stream<Diagnostic> numbers(List<ContainerPort> ports) {
        List<Diagnostic> found = new ArrayList<>();
        Map<String, ContainerPort> first = new HashMap<>();
        for (ContainerPort port : ports) {
            ContainerPort earlier = first.putIfAbsent(port.written(), port);
            if (port.number() < Port.Range.LOWEST || port.number() > Port.Range.HIGHEST) {
                found.add(Diagnostic.of(Rule.INVALID_PORT, port.span(), "this is no port number")
                        .withHelp("ports are numbered from " + Port.Range.LOWEST + " to " + Port.Range.HIGHEST));
            } else if (earlier != null) {
                found.add(duplicate(port, earlier, "`" + port.written() + "`"));
            }
        }
        return found.stream();
    }

    private static Stream<Diagnostic> names(Container container) {
        Map<String, ContainerPort> first = new HashMap<>();
        List<Diagnostic> found = new ArrayList<>();
        for (ContainerPort port : container.ports()) {
            ContainerPort earlier = port.name() == null ? null : first.putIfAbsent(port.name(), port);
            if (earlier != null) {
                found.add(duplicate(port, earlier, "`" + port.name() + "`"));
            }
        }
        return found.stream();
    }

    private static Diagnostic duplicate(ContainerPort port, ContainerPort earlier, String what) {
        return Diagnostic.of(Rule.DUPLICATE_PORT, port.span(), "port " + what + " is declared already")
                .withLabel(earlier.span(), "declared here")
                .withHelp("delete one of them, or give it another number or name");
    }
}
