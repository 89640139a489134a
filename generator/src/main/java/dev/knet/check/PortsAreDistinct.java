package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Container;
import dev.knet.model.ContainerPort;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** No two ports that a pod declares have the same number or the same name. */
final class PortsAreDistinct implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        return topology.workloads().stream()
                .flatMap(workload -> Stream.concat(names(workload), numbers(workload.ports())));
    }

    /** The containers of a pod share its address, so a number can be taken once for all of them. */
    private static Stream<Diagnostic> numbers(List<ContainerPort> ports) {
        List<Diagnostic> found = new ArrayList<>();
        Map<String, ContainerPort> first = new HashMap<>();
        for (ContainerPort port : ports) {
            ContainerPort earlier = first.putIfAbsent(port.written(), port);
            if (earlier != null) {
                found.add(duplicate(port, earlier, "`" + port.written() + "`"));
            }
        }
        return found.stream();
    }

    /**
     * Kubernetes takes a name twice in different containers, but what a policy or a service then opens is up to the
     * network plugin. Of different protocols it is clear, but not allowed in one container.
     */
    private static Stream<Diagnostic> names(Workload workload) {
        Map<String, ContainerPort> ofPod = new HashMap<>();
        List<Diagnostic> found = new ArrayList<>();
        for (Container container : workload.containers()) {
            Map<String, ContainerPort> ofContainer = new HashMap<>();
            for (ContainerPort port : container.ports()) {
                if (port.name() != null) {
                    ContainerPort near = ofContainer.putIfAbsent(port.name(), port);
                    ContainerPort far = ofPod.putIfAbsent(port.name() + " " + port.protocol(), port);
                    ContainerPort earlier = near == null ? far : near;
                    if (earlier != null) {
                        found.add(duplicate(port, earlier, "`" + port.name() + "`"));
                    }
                }
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
