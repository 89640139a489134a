package dev.knet.testing.apiserver;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import java.util.Map;
import java.util.Set;

/** {@code ValidatePodSpec} and {@code ValidateDeploymentSpec}. */
final class PodRules {
    private static final Set<String> PROTOCOLS = Set.of("TCP", "UDP", "SCTP");

    private PodRules() {}

    static void check(DeploymentSpec spec, Violations violations) {
        PolicyRules.selector("selector", spec.getSelector(), violations);
        Map<String, String> labels = spec.getTemplate().getMetadata().getLabels();
        Map<String, String> selected = spec.getSelector().getMatchLabels();
        violations.require(Formats.areLabels(labels), "template.labels", labels);
        violations.require(!selected.isEmpty(), "selector is empty", selected);
        violations.require(
                labels.entrySet().containsAll(selected.entrySet()), "selector is not the template's", labels);
        violations.require(spec.getReplicas() == null || spec.getReplicas() >= 0, "replicas", spec.getReplicas());
        check(spec.getTemplate().getSpec(), violations);
    }

    static void check(PodSpec spec, Violations violations) {
        violations.require(!spec.getContainers().isEmpty(), "containers", spec.getContainers());
        spec.getContainers().forEach(container -> container(container, violations));
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
