package dev.knet.testing.apiserver;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.Set;

/** {@code ValidatePodSpec}. */
final class PodRules {
    private static final Set<String> PROTOCOLS = Set.of("TCP", "UDP", "SCTP");

    private PodRules() {}

    /** The restart policy is the one that holds if none is written. */
    static void check(PodSpec spec, String restartPolicy, Violations violations) {
        String restarts = spec.getRestartPolicy() == null ? restartPolicy : spec.getRestartPolicy();
        violations.require(Set.of("Always", "OnFailure", "Never").contains(restarts), "restartPolicy", restarts);
        violations.require(!spec.getContainers().isEmpty(), "containers", spec.getContainers());
        for (Container container : spec.getContainers()) {
            container(container, violations);
            violations.require(container.getRestartPolicy() == null, "restartPolicy of container", container.getName());
            ProbeRules.check(container, violations);
        }
        for (Container container : spec.getInitContainers()) {
            container(container, violations);
            String restart = container.getRestartPolicy();
            violations.require(restart == null || restart.equals("Always"), "restartPolicy of container", restart);
            ProbeRules.check(container, violations);
            violations.require(
                    restart != null || !ProbeRules.hasAny(container), "probes of init container", container.getName());
        }
        String account = spec.getServiceAccountName();
        violations.require(account == null || Formats.isDns1123Subdomain(account), "serviceAccountName", account);
        String dns = spec.getDnsPolicy();
        violations.require(dns == null || dns.equals("ClusterFirstWithHostNet"), "dnsPolicy", dns);
        violations.require(
                dns == null || Boolean.TRUE.equals(spec.getHostNetwork()), "dnsPolicy", "without hostNetwork");
    }

    private static void container(Container container, Violations violations) {
        String name = container.getName();
        String image = container.getImage();
        violations.require(Formats.isDns1123Label(name), "container name", name);
        violations.unique("container name", name);
        violations.require(image != null && !image.isEmpty() && image.equals(image.strip()), "image", image);
        container.getPorts().forEach(port -> port(name, port, violations));
        for (EnvVar variable : container.getEnv()) {
            violations.require(Formats.isEnvName(variable.getName()), "env name", variable.getName());
            violations.unique("env of " + name, variable.getName());
            EnvRules.check(variable, violations);
        }
        container.getEnvFrom().forEach(source -> EnvRules.check(source, violations));
        if (container.getResources() != null) {
            ResourceRules.check(container.getResources(), violations);
        }
    }

    /** A number twice is refused by server-side apply, whose merge key it is. */
    private static void port(String container, ContainerPort port, Violations violations) {
        violations.require(Formats.isPort(port.getContainerPort()), "containerPort", port.getContainerPort());
        violations.require(PROTOCOLS.contains(port.getProtocol()), "protocol", port.getProtocol());
        violations.unique("containerPort", port.getProtocol() + "/" + port.getContainerPort());
        if (port.getName() != null) {
            violations.require(Formats.isPortName(port.getName()), "port name", port.getName());
            violations.unique("port name of " + container, port.getName());
        }
    }
}
