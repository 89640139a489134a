package dev.knet.lower;

import dev.knet.model.AddressRange;
import dev.knet.model.Requirement;
import dev.knet.model.Routing;
import dev.knet.model.Service;
import io.fabric8.kubernetes.api.model.ClientIPConfig;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.SessionAffinityConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Services of all types. */
final class ServiceLowering {
    private ServiceLowering() {}

    static HasMetadata lower(Service service, Metadata metadata) {
        io.fabric8.kubernetes.api.model.Service object = new io.fabric8.kubernetes.api.model.Service();
        object.setMetadata(metadata.of(service.namespace(), service.name(), service.labels(), service.additions()));
        object.setSpec(service.fold(ServiceLowering::ofWorkload, ServiceLowering::ofHost));
        return object;
    }

    private static ServiceSpec ofHost(Service.OfHost service) {
        ServiceSpec spec = new ServiceSpec();
        spec.setType("ExternalName");
        spec.setExternalName(service.host());
        return spec;
    }

    private static ServiceSpec ofWorkload(Service.OfWorkload service) {
        ServiceSpec spec = new ServiceSpec();
        spec.setType(type(service.type()));
        if (service.type() == Service.Type.HEADLESS) {
            spec.setClusterIP("None");
        }
        spec.setSelector(selector(service));
        spec.setPorts(ports(service));
        spec.setLoadBalancerSourceRanges(
                service.sourceRanges().stream().map(AddressRange::toString).toList());
        route(service.routing(), spec);
        return spec;
    }

    private static void route(Routing routing, ServiceSpec spec) {
        routing.affinity().ifPresent(affinity -> {
            spec.setSessionAffinity("ClientIP");
            affinity.seconds()
                    .ifPresent(seconds ->
                            spec.setSessionAffinityConfig(new SessionAffinityConfig(new ClientIPConfig(seconds))));
        });
        routing.external().ifPresent(reach -> spec.setExternalTrafficPolicy(policy(reach)));
        routing.internal().ifPresent(reach -> spec.setInternalTrafficPolicy(policy(reach)));
        routing.families().ifPresent(families -> {
            spec.setIpFamilies(
                    families.versions().stream().map(version -> "IPv" + version).toList());
            spec.setIpFamilyPolicy(policy(families));
        });
        if (routing.publishNotReady()) {
            spec.setPublishNotReadyAddresses(true);
        }
        spec.setLoadBalancerClass(routing.loadBalancerClass());
    }

    private static String policy(Routing.Reach reach) {
        return switch (reach) {
            case CLUSTER -> "Cluster";
            case LOCAL -> "Local";
        };
    }

    private static String policy(Routing.Families families) {
        if (families.preferred()) {
            return "PreferDualStack";
        }
        return families.versions().size() > 1 ? "RequireDualStack" : "SingleStack";
    }

    private static String type(Service.Type type) {
        return switch (type) {
            case CLUSTER_IP, HEADLESS -> "ClusterIP";
            case NODE_PORT -> "NodePort";
            case LOAD_BALANCER -> "LoadBalancer";
        };
    }

    private static Map<String, String> selector(Service.OfWorkload service) {
        Map<String, String> labels = new TreeMap<>();
        for (Requirement requirement : service.workload().selector().requirements()) {
            labels.put(requirement.key(), requirement.values().get(0));
        }
        return labels;
    }

    private static List<ServicePort> ports(Service.OfWorkload service) {
        List<ServicePort> objects = new ArrayList<>();
        for (dev.knet.model.ServicePort port : service.ports()) {
            ServicePort object = new ServicePort();
            object.setName(port.name());
            object.setPort(port.number());
            object.setProtocol(port.protocol().name());
            String name = port.targetName();
            object.setTargetPort(name == null ? new IntOrString(port.targetNumber()) : new IntOrString(name));
            port.nodePort().ifPresent(object::setNodePort);
            objects.add(object);
        }
        return objects;
    }
}
