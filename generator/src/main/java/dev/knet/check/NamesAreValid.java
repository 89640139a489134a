package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Container;
import dev.knet.model.ContainerPort;
import dev.knet.model.KubernetesNames;
import dev.knet.model.Namespace;
import dev.knet.model.Service;
import dev.knet.model.Statement;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import dev.knet.source.Span;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every name is one that the API server accepts. */
final class NamesAreValid implements Check {
    private static final String LABEL =
            "lower-case letters, digits and `-`, at most 63, with a letter or digit at both ends";

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        return Stream.of(
                        topology.namespaces().stream()
                                .filter(n -> !n.isOutside())
                                .flatMap(NamesAreValid::namespace),
                        topology.workloads().stream().flatMap(NamesAreValid::workload),
                        topology.services().stream().flatMap(NamesAreValid::service),
                        Stream.concat(topology.permissions().stream(), topology.isolations().stream())
                                .flatMap(NamesAreValid::policy))
                .flatMap(found -> found);
    }

    private static Stream<Diagnostic> namespace(Namespace namespace) {
        return name("a namespace", namespace.name(), namespace.span(), KubernetesNames::isDnsLabel, LABEL);
    }

    private static Stream<Diagnostic> workload(Workload workload) {
        Stream<Diagnostic> own =
                name("a workload", workload.name(), workload.span(), KubernetesNames::isDnsLabel, LABEL);
        return Stream.concat(own, workload.containers().stream().flatMap(c -> container(workload, c)));
    }

    private static Stream<Diagnostic> container(Workload workload, Container container) {
        Stream<Diagnostic> ports = container.ports().stream().flatMap(NamesAreValid::port);
        return container.span().equals(workload.span())
                ? ports
                : Stream.concat(
                        name("a container", container.name(), container.span(), KubernetesNames::isDnsLabel, LABEL),
                        ports);
    }

    private static Stream<Diagnostic> port(ContainerPort port) {
        return name(
                "a port",
                port.name(),
                port.span(),
                KubernetesNames::isPortName,
                "lower-case letters, digits and single `-` between them, at most 15, with at least one letter");
    }

    private static Stream<Diagnostic> service(Service service) {
        return name(
                "a service",
                service.name(),
                service.span(),
                KubernetesNames::isServiceName,
                "lower-case letters, digits and `-`, at most 63, with a letter in front and no `-` at the end");
    }

    private static Stream<Diagnostic> policy(Statement statement) {
        return statement.policyName().stream()
                .flatMap(name -> name(
                        "a policy",
                        name,
                        statement.span(),
                        KubernetesNames::isSubdomain,
                        "lower-case letters, digits, `-` and `.`, at most 253, with a letter or digit at both ends"));
    }

    private static Stream<Diagnostic> name(
            String what, @Nullable String name, Span span, Predicate<String> isValid, String form) {
        return name == null || isValid.test(name)
                ? Stream.empty()
                : Stream.of(Diagnostic.of(Rule.INVALID_NAME, span, "`" + name + "` is no name for " + what)
                        .withHelp("a name is " + form));
    }
}
