package dev.knet.testing.apiserver;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** {@code ValidateService} of {@code pkg/apis/core/validation}, and the default range of node ports. */
final class ServiceRules {
    private static final Set<String> TYPES = Set.of("ClusterIP", "NodePort", "LoadBalancer", "ExternalName");
    private static final Set<String> PROTOCOLS = Set.of("TCP", "UDP", "SCTP");

    private ServiceRules() {}

    static void check(ServiceSpec spec, Violations violations) {
        violations.require(TYPES.contains(spec.getType()), "type", spec.getType());
        violations.require(Formats.areLabels(spec.getSelector()), "selector", spec.getSelector());
        boolean isExternal = spec.getType().equals("ExternalName");
        boolean isHeadless = "None".equals(spec.getClusterIP());
        violations.require(!spec.getPorts().isEmpty() || isHeadless || isExternal, "ports", spec.getPorts());
        violations.require(!isHeadless || spec.getType().equals("ClusterIP"), "clusterIP", spec.getType());
        if (isExternal) {
            external(spec, violations);
        } else {
            violations.require(spec.getExternalName() == null, "externalName", spec.getExternalName());
            violations.require(!spec.getSelector().isEmpty(), "selector, without which nothing is behind it", "");
        }
        boolean isBalancer = spec.getType().equals("LoadBalancer");
        List<String> ranges = spec.getLoadBalancerSourceRanges();
        violations.require(isBalancer || ranges.isEmpty(), "loadBalancerSourceRanges", ranges);
        violations.require(ranges.stream().allMatch(Formats::isCidr), "loadBalancerSourceRanges", ranges);
        spec.getPorts().forEach(port -> port(spec, port, violations));
        routing(spec, violations);
        families(spec, violations);
    }

    private static void routing(ServiceSpec spec, Violations violations) {
        boolean isExternal = Set.of("NodePort", "LoadBalancer").contains(spec.getType());
        List<String> policies = Arrays.asList(null, "Cluster", "Local");
        String external = spec.getExternalTrafficPolicy();
        violations.require(external == null || isExternal, "externalTrafficPolicy", external);
        violations.require(policies.contains(external), "externalTrafficPolicy", external);
        String internal = spec.getInternalTrafficPolicy();
        violations.require(policies.contains(internal), "internalTrafficPolicy", internal);
        String loadBalancer = spec.getLoadBalancerClass();
        violations.require(
                loadBalancer == null || spec.getType().equals("LoadBalancer") && Formats.isLabelKey(loadBalancer),
                "loadBalancerClass",
                loadBalancer);
        boolean stays = "ClientIP".equals(spec.getSessionAffinity());
        violations.require(stays || spec.getSessionAffinity() == null, "sessionAffinity", spec.getSessionAffinity());
        if (spec.getSessionAffinityConfig() != null) {
            int seconds = spec.getSessionAffinityConfig().getClientIP().getTimeoutSeconds();
            violations.require(stays && seconds > 0 && seconds <= 86400, "sessionAffinityConfig", seconds);
        }
    }

    private static void families(ServiceSpec spec, Violations violations) {
        List<String> families = spec.getIpFamilies();
        String policy = spec.getIpFamilyPolicy();
        violations.require(Set.of("IPv4", "IPv6").containsAll(families), "ipFamilies", families);
        families.forEach(family -> violations.unique("ipFamilies", family));
        boolean fits = policy == null
                ? families.isEmpty()
                : switch (policy) {
                    case "SingleStack" -> families.size() == 1;
                    case "PreferDualStack", "RequireDualStack" -> families.size() <= 2;
                    default -> false;
                };
        violations.require(fits, "ipFamilyPolicy", policy);
        violations.require(policy == null || !spec.getType().equals("ExternalName"), "ipFamilyPolicy", policy);
    }

    private static void external(ServiceSpec spec, Violations violations) {
        String host = spec.getExternalName();
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        violations.require(Formats.isDns1123Subdomain(name), "externalName", host);
        violations.require(spec.getClusterIP() == null, "clusterIP", spec.getClusterIP());
    }

    private static void port(ServiceSpec spec, ServicePort port, Violations violations) {
        violations.require(Formats.isPort(port.getPort()), "port", port.getPort());
        violations.require(PROTOCOLS.contains(port.getProtocol()), "protocol", port.getProtocol());
        violations.require(isTarget(port.getTargetPort()), "targetPort", port.getTargetPort());
        violations.unique("port", port.getProtocol() + "/" + port.getPort());
        violations.require(port.getName() != null || spec.getPorts().size() == 1, "port name missing", port);
        if (port.getName() != null) {
            violations.require(Formats.isDns1123Label(port.getName()), "port name", port.getName());
            violations.unique("port name", port.getName());
        }
        if (port.getNodePort() != null) {
            violations.require(!spec.getType().equals("ClusterIP"), "nodePort of this type", spec.getType());
            violations.require(
                    port.getNodePort() >= 30000 && port.getNodePort() <= 32767, "nodePort", port.getNodePort());
        }
    }

    private static boolean isTarget(IntOrString target) {
        return target == null
                || (target.getStrVal() == null
                        ? Formats.isPort(target.getIntVal())
                        : Formats.isPortName(target.getStrVal()));
    }

    /** The ports that it takes on every node, with their protocols. */
    static List<String> nodePorts(Service service) {
        return service.getSpec().getPorts().stream()
                .filter(port -> port.getNodePort() != null)
                .map(port -> port.getProtocol() + "/" + port.getNodePort())
                .toList();
    }
}
