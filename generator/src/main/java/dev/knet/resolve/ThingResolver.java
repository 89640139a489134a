package dev.knet.resolve;

import dev.knet.diagnostic.Rule;
import dev.knet.model.AddressRange;
import dev.knet.model.ContainerPort;
import dev.knet.model.Kind;
import dev.knet.model.Namespace;
import dev.knet.model.Protocol;
import dev.knet.model.Selector;
import dev.knet.model.Service;
import dev.knet.model.ServicePort;
import dev.knet.model.Workload;
import dev.knet.syntax.Member;
import dev.knet.syntax.Name;
import dev.knet.syntax.QualifiedName;
import dev.knet.syntax.ServiceStatement;
import dev.knet.syntax.ServiceTarget;
import dev.knet.syntax.WorkloadBlock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Workloads and the services in front of them. */
final class ThingResolver {
    private final Directory directory;
    private final LabelReader labels;
    private final AddressReader addresses;
    private final Problems problems;
    private final List<Workload> workloads = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();

    ThingResolver(Directory directory, LabelReader labels, AddressReader addresses, Problems problems) {
        this.directory = directory;
        this.labels = labels;
        this.addresses = addresses;
        this.problems = problems;
    }

    List<Workload> workloads() {
        return workloads;
    }

    List<Service> services() {
        return services;
    }

    AddressReader addresses() {
        return addresses;
    }

    void workloads(Namespace namespace, List<Member> members) {
        for (Member member : members) {
            if (member instanceof WorkloadBlock block) {
                Workload workload = workload(block, namespace);
                if (directory.add(workload)) {
                    workloads.add(workload);
                }
            }
        }
    }

    void services(Namespace namespace, List<Member> members) {
        for (Member member : members) {
            if (member instanceof ServiceStatement statement) {
                statement
                        .target()
                        .fold(pods -> service(statement, pods, namespace), host -> service(statement, host, namespace))
                        .filter(directory::add)
                        .ifPresent(services::add);
            }
        }
    }

    private Workload workload(WorkloadBlock block, Namespace namespace) {
        WorkloadParts parts = WorkloadParts.of(block, problems);
        boolean existing = block.existing() || namespace.existing() && !parts.hasImage();
        SortedMap<String, String> written = labels.labels(parts.labels());
        SortedMap<String, String> all = new TreeMap<>(written);
        if (!existing || written.isEmpty()) {
            all.putIfAbsent(Workload.APP_LABEL, block.name().text());
        }
        Selector selector = existing
                ? Selector.of(all)
                : Selector.of(new TreeMap<>(Map.of(Workload.APP_LABEL, all.get(Workload.APP_LABEL))));
        return new Workload(
                namespace,
                Kind.of(block.kind()),
                block.name().text(),
                existing,
                all,
                selector,
                parts.replicas(),
                parts.containers(),
                block.doc(),
                block.name().span());
    }

    private Optional<Service> service(ServiceStatement statement, ServiceTarget.ForHost target, Namespace namespace) {
        return Optional.of(new Service.OfHost(
                namespace,
                statement.name().text(),
                target.host().value(),
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
        List<AddressRange> ranges = new ArrayList<>();
        target.sources().forEach(range -> addresses.range(range).ifPresent(ranges::add));
        return Optional.of(new Service.OfWorkload(
                namespace,
                statement.name().text(),
                type(target.type()),
                workload.get(),
                ports(target.ports(), workload.get()),
                ranges,
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
        Set<String> names = new LinkedHashSet<>();
        for (dev.knet.syntax.ServicePort port : written) {
            port(port, workload, written.size() > 1, names).ifPresent(ports::add);
        }
        return ports;
    }

    private Optional<ServicePort> port(
            dev.knet.syntax.ServicePort written, Workload workload, boolean needsName, Set<String> names) {
        Protocol protocol = Protocol.of(written.port().protocol());
        Optional<ContainerPort> declared = behind(written, workload);
        int number = written.port().number().value();
        int target = written.targetNumber() != null ? written.targetNumber().value() : number;
        if (written.targetName() != null && declared.isEmpty()) {
            nothingBehind(written.targetName(), workload);
            return Optional.empty();
        }
        String own = declared.map(ContainerPort::name).orElse(null);
        String unique = own != null && names.add(own) ? own : protocol.word() + "-" + number;
        return Optional.of(new ServicePort(
                own != null || needsName ? unique : null,
                protocol,
                number,
                declared.map(ContainerPort::number).orElse(target),
                written.targetName() == null ? null : written.targetName().text(),
                written.nodePort() == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(written.nodePort().value()),
                written.span()));
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

    private void nothingBehind(Name name, Workload workload) {
        List<String> names = new ArrayList<>();
        workload.ports().forEach(port -> Optional.ofNullable(port.name()).ifPresent(names::add));
        problems.add(
                Rule.NOTHING_BEHIND,
                name.span(),
                "`" + workload.name() + "` has no port `" + name.text() + "` of this protocol",
                NearMisses.help(name.text(), names)
                        .orElse("declare it in `" + workload.name() + "`: `port " + name.text() + " tcp/…`"));
    }
}
