package dev.knet.resolve;

import dev.knet.diagnostic.NearMisses;
import dev.knet.diagnostic.Rule;
import dev.knet.model.AddressRange;
import dev.knet.model.ContainerPort;
import dev.knet.model.KubernetesNames;
import dev.knet.model.Namespace;
import dev.knet.model.Protocol;
import dev.knet.model.Service;
import dev.knet.model.ServicePort;
import dev.knet.model.Workload;
import dev.knet.syntax.Int;
import dev.knet.syntax.Member;
import dev.knet.syntax.Name;
import dev.knet.syntax.QualifiedName;
import dev.knet.syntax.ServiceStatement;
import dev.knet.syntax.ServiceTarget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Services: the workloads behind them, and what their ports lead to. */
final class ServiceResolver {
    private final Directory directory;
    private final LabelReader labels;
    private final AddressReader addresses;
    private final Parameters parameters;
    private final Problems problems;
    private final List<Service> services = new ArrayList<>();

    ServiceResolver(
            Directory directory,
            LabelReader labels,
            AddressReader addresses,
            Parameters parameters,
            Problems problems) {
        this.labels = labels;
        this.parameters = parameters;
        this.directory = directory;
        this.addresses = addresses;
        this.problems = problems;
    }

    List<Service> all() {
        return services;
    }

    void read(Namespace namespace, List<Member> members) {
        for (Member member : members) {
            if (member instanceof ServiceStatement statement) {
                ServiceTarget target = statement.target();
                Optional<Service> service = target == null
                        ? nothingBehind(statement)
                        : target.fold(
                                pods -> service(statement, pods, namespace),
                                host -> service(statement, host, namespace));
                if (service.isEmpty()) {
                    directory.addBroken(namespace, statement.name().text());
                }
                service.filter(directory::add).ifPresent(services::add);
            }
        }
    }

    private Optional<Service> nothingBehind(ServiceStatement statement) {
        problems.add(
                Rule.NO_TARGET,
                statement.name().span(),
                "service `" + statement.name().text() + "` does not say what it leads to",
                "say which workload, `service " + statement.name().text()
                        + " for WORKLOAD on tcp/80`, or which host: `external \"db.example.com\"`");
        return Optional.empty();
    }

    private Optional<Service> service(ServiceStatement statement, ServiceTarget.ForHost target, Namespace namespace) {
        ServiceParts parts = ServiceParts.of(statement.items(), problems);
        parts.refuseRouting();
        return Optional.of(new Service.OfHost(
                namespace,
                statement.name().text(),
                parameters.value(target.host()),
                labels.labels(parts.labels(), false),
                parts.additions(parameters),
                statement.doc(),
                statement.name().span(),
                target.host().span()));
    }

    private Optional<Service> service(
            ServiceStatement statement, ServiceTarget.ForWorkload target, Namespace namespace) {
        Optional<Workload> workload = directory.workload(target.workload(), namespace);
        if (workload.isEmpty() || !isNear(workload.get(), namespace, target.workload())) {
            return Optional.empty();
        }
        Service.Type type = type(target.type());
        ServiceParts parts = ServiceParts.of(statement.items(), problems);
        if (target.ports().isEmpty() && type != Service.Type.HEADLESS) {
            noPort(statement.name(), workload.get());
        }
        List<AddressRange> ranges = new ArrayList<>();
        target.sources().forEach(range -> addresses.range(range).ifPresent(ranges::add));
        return Optional.of(new Service.OfWorkload(
                namespace,
                statement.name().text(),
                type,
                workload.get(),
                ports(target.ports(), workload.get()),
                ranges,
                parts.routing(type),
                labels.labels(parts.labels(), false),
                parts.additions(parameters),
                statement.doc(),
                statement.name().span()));
    }

    private boolean isNear(Workload workload, Namespace namespace, QualifiedName written) {
        boolean near = workload.namespace().equals(namespace);
        if (!near) {
            problems.add(
                    Rule.INVALID_SERVICE,
                    written.span(),
                    "`" + workload.qualifiedName() + "` is in another namespace than the service",
                    "a service finds pods of its own namespace only; move it there");
        }
        return near;
    }

    private void noPort(Name service, Workload workload) {
        String port = workload.ports().stream()
                .map(ContainerPort::written)
                .findFirst()
                .orElse("tcp/…");
        problems.add(
                Rule.INVALID_SERVICE,
                service.span(),
                "service `" + service.text() + "` has no port",
                "end it with `on " + port + "`");
    }

    private static Service.Type type(@Nullable Name written) {
        return switch (written == null ? "" : written.text()) {
            case "nodeport" -> Service.Type.NODE_PORT;
            case "loadbalancer" -> Service.Type.LOAD_BALANCER;
            case "headless" -> Service.Type.HEADLESS;
            default -> Service.Type.CLUSTER_IP;
        };
    }

    /** A port's name is that of the pod's port behind it; where several ports need one and it has none, `tcp-80`. */
    private List<ServicePort> ports(List<dev.knet.syntax.ServicePort> written, Workload workload) {
        List<ServicePort> ports = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (dev.knet.syntax.ServicePort port : written) {
            if (areNumbers(port)) {
                ports.add(port(port, workload, written.size() > 1, names));
            }
        }
        return ports;
    }

    private boolean areNumbers(dev.knet.syntax.ServicePort written) {
        Int target = written.targetNumber();
        boolean isNumber = PortNumbers.check(written.port().number(), problems);
        return (target == null || PortNumbers.check(target, problems)) && isNumber;
    }

    private ServicePort port(
            dev.knet.syntax.ServicePort written, Workload workload, boolean needsName, Set<String> taken) {
        Protocol protocol = Protocol.of(written.port().protocol());
        Optional<ContainerPort> behind = behind(written, workload);
        if (written.targetName() != null && behind.isEmpty()) {
            nothingBehind(written, written.targetName(), workload);
        }
        Int target = written.targetNumber() == null ? written.port().number() : written.targetNumber();
        Int nodePort = written.nodePort();
        String own = behind.map(ContainerPort::name).orElse(null);
        String made = protocol.word() + "-" + written.port().number().value();
        return new ServicePort(
                own != null || needsName
                        ? KubernetesNames.free(own == null || taken.contains(own) ? made : own, taken)
                        : null,
                protocol,
                written.port().number().value(),
                behind.map(ContainerPort::number).orElse(target.value()),
                written.targetName() == null ? null : written.targetName().text(),
                nodePort == null ? OptionalInt.empty() : OptionalInt.of(nodePort.value()),
                written.span());
    }

    /** The port that the workload declares and the service port leads to. */
    private static Optional<ContainerPort> behind(dev.knet.syntax.ServicePort written, Workload workload) {
        Protocol protocol = Protocol.of(written.port().protocol());
        Name name = written.targetName();
        int number = written.targetNumber() != null
                ? written.targetNumber().value()
                : written.port().number().value();
        return workload.ports().stream()
                .filter(port -> port.protocol() == protocol)
                .filter(port ->
                        name == null ? port.number() == number : name.text().equals(port.name()))
                .findFirst();
    }

    private void nothingBehind(dev.knet.syntax.ServicePort written, Name name, Workload workload) {
        String protocol = written.port().protocol();
        problems.add(
                Rule.NOTHING_BEHIND,
                name.span(),
                "`" + workload.name() + "` has no " + protocol + " port `" + name.text() + "`",
                otherProtocol(written, name, workload)
                        .or(() -> NearMisses.help(name.text(), names(workload, protocol)))
                        .orElse("declare it in `" + workload.name() + "`: `port " + name.text() + " " + protocol
                                + "/…`"));
    }

    private static Optional<String> otherProtocol(dev.knet.syntax.ServicePort written, Name name, Workload workload) {
        return workload.ports().stream()
                .filter(port -> name.text().equals(port.name()))
                .map(port -> port.protocol().word())
                .map(word -> "that port is of " + word + ": write `" + word + "/"
                        + written.port().number().digits() + " -> " + name.text() + "`")
                .findFirst();
    }

    private static List<String> names(Workload workload, String protocol) {
        List<String> names = new ArrayList<>();
        for (ContainerPort port : workload.ports()) {
            if (port.name() != null && port.protocol().word().equals(protocol)) {
                names.add(port.name());
            }
        }
        return names;
    }
}
