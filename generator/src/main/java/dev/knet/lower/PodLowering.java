package dev.knet.lower;

import dev.knet.model.Account;
import dev.knet.model.EnvSource;
import dev.knet.model.EnvValue;
import dev.knet.model.Resource;
import dev.knet.model.Workload;
import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.ConfigMapKeySelector;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.ObjectFieldSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecretEnvSource;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pods of workloads, with their containers. */
final class PodLowering {
    private PodLowering() {}

    static PodSpec spec(Workload workload) {
        List<Container> main = new ArrayList<>();
        List<Container> early = new ArrayList<>();
        for (dev.knet.model.Container container : workload.containers()) {
            List<Container> list = container.role() == dev.knet.model.Container.Role.MAIN ? main : early;
            list.add(container(container));
        }
        PodSpec spec = new PodSpec();
        spec.setInitContainers(early);
        spec.setContainers(main);
        workload.account().map(Account::name).ifPresent(spec::setServiceAccountName);
        if (workload.kind().ends()) {
            spec.setRestartPolicy("OnFailure");
        }
        if (workload.hostNetwork()) {
            spec.setHostNetwork(true);
            // With the node's network comes the node's DNS, unless this asks for the cluster's.
            spec.setDnsPolicy("ClusterFirstWithHostNet");
        }
        return spec;
    }

    private static Container container(dev.knet.model.Container container) {
        Container object = new Container();
        object.setName(container.name());
        object.setImage(container.image());
        object.setCommand(container.command());
        object.setArgs(container.args());
        object.setEnv(variables(container.environment().variables()));
        object.setEnvFrom(sources(container.environment().sources()));
        object.setPorts(ports(container.ports()));
        if (container.role() == dev.knet.model.Container.Role.SIDECAR) {
            object.setRestartPolicy("Always");
        }
        if (!container.resources().isEmpty()) {
            object.setResources(resources(container.resources()));
        }
        ProbeLowering.lower(container.probes(), object);
        return object;
    }

    private static List<EnvVar> variables(List<dev.knet.model.EnvVar> variables) {
        List<EnvVar> objects = new ArrayList<>();
        for (dev.knet.model.EnvVar variable : variables) {
            objects.add(variable.value()
                    .fold(
                            written -> new EnvVar(variable.name(), written.text(), null),
                            key -> new EnvVar(variable.name(), null, source(key)),
                            field -> new EnvVar(variable.name(), null, source(field))));
        }
        return objects;
    }

    private static EnvVarSource source(EnvValue.Key key) {
        Boolean optional = key.optional() ? true : null;
        EnvVarSource source = new EnvVarSource();
        if (key.secret()) {
            source.setSecretKeyRef(new SecretKeySelector(key.key(), key.object(), optional));
        } else {
            source.setConfigMapKeyRef(new ConfigMapKeySelector(key.key(), key.object(), optional));
        }
        return source;
    }

    private static EnvVarSource source(EnvValue.Field field) {
        ObjectFieldSelector selector = new ObjectFieldSelector();
        selector.setFieldPath(field.path());
        EnvVarSource source = new EnvVarSource();
        source.setFieldRef(selector);
        return source;
    }

    private static List<EnvFromSource> sources(List<EnvSource> sources) {
        List<EnvFromSource> objects = new ArrayList<>();
        for (EnvSource source : sources) {
            EnvFromSource object = new EnvFromSource();
            if (source.secret()) {
                object.setSecretRef(new SecretEnvSource(source.object(), null));
            } else {
                object.setConfigMapRef(new ConfigMapEnvSource(source.object(), null));
            }
            objects.add(object);
        }
        return objects;
    }

    private static List<ContainerPort> ports(List<dev.knet.model.ContainerPort> ports) {
        List<ContainerPort> objects = new ArrayList<>();
        for (dev.knet.model.ContainerPort port : ports) {
            ContainerPort object = new ContainerPort();
            object.setName(port.name());
            object.setContainerPort(port.number());
            object.setProtocol(port.protocol().name());
            objects.add(object);
        }
        return objects;
    }

    private static ResourceRequirements resources(List<Resource> resources) {
        Map<String, Quantity> requests = new TreeMap<>();
        Map<String, Quantity> limits = new TreeMap<>();
        for (Resource resource : resources) {
            requests.put(resource.name(), Quantity.parse(resource.request()));
            limits.put(resource.name(), Quantity.parse(resource.limit()));
        }
        ResourceRequirements object = new ResourceRequirements();
        object.setRequests(requests);
        object.setLimits(limits);
        return object;
    }
}
