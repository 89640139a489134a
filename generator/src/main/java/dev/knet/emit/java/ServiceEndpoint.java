package dev.knet.emit.java;

import com.palantir.javapoet.ClassName;
import dev.knet.model.ContainerPort;
import dev.knet.model.Namespace;
import dev.knet.model.Service;
import dev.knet.model.ServicePort;
import dev.knet.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a port of a service is reached: the service's host, the port, the scheme of its URI, and the StatefulSet whose
 * pods can be reached one by one. Its constants begin with the port's; its method is named like it.
 */
record ServiceEndpoint(
        DeclaredPort port, String constant, String method, String host, String scheme, Optional<String> statefulSet) {

    /** In the order of the ports. A headless service without ports is reached on those of its pods. */
    static List<ServiceEndpoint> of(Service service, Optional<String> statefulSet) {
        return service.fold(ofWorkload -> of(ofWorkload, statefulSet), ofHost -> List.of());
    }

    private static List<ServiceEndpoint> of(Service.OfWorkload service, Optional<String> statefulSet) {
        List<DeclaredPort> ports = new ArrayList<>();
        List<String> schemes = new ArrayList<>();
        if (service.ports().isEmpty()) {
            for (ContainerPort port : service.workload().ports()) {
                ports.add(DeclaredPort.of(port));
                schemes.add(UriScheme.of(port.name(), port.protocol(), port.number()));
            }
        }
        for (ServicePort port : service.ports()) {
            ports.add(dialled(port, service.type()));
            schemes.add(scheme(port, service.workload()));
        }
        List<String> constants = JavaNames.ports(ports);
        List<String> methods = JavaNames.portMethods(ports);
        List<ServiceEndpoint> endpoints = new ArrayList<>();
        for (int i = 0; i < ports.size(); i++) {
            endpoints.add(new ServiceEndpoint(
                    ports.get(i), constants.get(i), methods.get(i), host(service), schemes.get(i), statefulSet));
        }
        return endpoints;
    }

    /** Nothing maps the ports of a headless service: what is dialled is the pods' own. */
    private static DeclaredPort dialled(ServicePort port, Service.Type type) {
        DeclaredPort declared = DeclaredPort.of(port);
        return type == Service.Type.HEADLESS
                ? new DeclaredPort(declared.name(), port.protocol(), port.targetNumber(), declared.called())
                : declared;
    }

    /**
     * By the port's own name, else by that of the pods' port behind it. Of several ports each needs a name, and one that has
     * nothing better is called like its number, {@code tcp-81}: that says nothing.
     */
    private static String scheme(ServicePort port, Workload workload) {
        boolean hasName =
                port.name() != null && !port.name().equals(port.protocol().word() + "-" + port.number());
        return UriScheme.of(
                hasName ? port.name() : nameBehind(port, workload).orElse(port.targetName()),
                port.protocol(),
                port.number());
    }

    private static Optional<String> nameBehind(ServicePort port, Workload workload) {
        return workload.ports().stream()
                .filter(behind -> behind.protocol() == port.protocol() && behind.number() == port.targetNumber())
                .findFirst()
                .map(ContainerPort::name);
    }

    /** By which a service is found within the cluster; outside all namespaces, only the name is known. */
    static String host(Service service) {
        Namespace namespace = service.namespace();
        return namespace.isOutside() ? service.name() : service.name() + "." + namespace.name() + ".svc";
    }

    String uri() {
        return scheme + "://" + host + ":" + port.number();
    }

    ServiceEndpoint withoutPods() {
        return new ServiceEndpoint(port, constant, method, host, scheme, Optional.empty());
    }

    /** Of the class in Java. */
    String typeName() {
        return statefulSet.isPresent() ? "StatefulEndpoint" : "Endpoint";
    }

    /** A new one, of a host that this code gives. */
    Code made(ClassName type, Code hostCode) {
        List<Code> arguments = new ArrayList<>();
        statefulSet.ifPresent(name -> arguments.add(TextLiteral.of(name)));
        arguments.add(hostCode);
        arguments.add(Code.of(String.valueOf(port.number())));
        arguments.add(TextLiteral.of(scheme));
        return Code.joined(arguments, ", ").between("new $T(", ")").with(type);
    }
}
