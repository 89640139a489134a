package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Container;
import dev.knet.model.EnvVar;
import dev.knet.model.KubernetesNames;
import dev.knet.model.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Environment variables have valid names, each once in a container. */
final class EnvIsValid implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        return topology.workloads().stream()
                .flatMap(workload -> workload.containers().stream())
                .flatMap(EnvIsValid::check);
    }

    private static Stream<Diagnostic> check(Container container) {
        List<Diagnostic> found = new ArrayList<>();
        Map<String, EnvVar> first = new HashMap<>();
        for (EnvVar variable : container.environment().variables()) {
            EnvVar earlier = first.putIfAbsent(variable.name(), variable);
            if (!KubernetesNames.isEnvName(variable.name())) {
                found.add(Diagnostic.of(
                                Rule.INVALID_ENV,
                                variable.span(),
                                "`" + variable.name() + "` is no name for a variable")
                        .withHelp("a name is letters, digits, `_`, `-` and `.`, without a digit in front"));
            } else if (earlier != null) {
                found.add(Diagnostic.of(Rule.INVALID_ENV, variable.span(), "`" + variable.name() + "` is set already")
                        .withLabel(earlier.span(), "set here")
                        .withHelp("delete one of them"));
            }
        }
        return found.stream();
    }
}
