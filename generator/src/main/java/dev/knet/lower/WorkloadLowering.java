package dev.knet.lower;

import dev.knet.model.EnvVar;
import dev.knet.model.Kind;
import dev.knet.model.Namespace;
import dev.knet.model.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import java.util.ArrayList;
import java.util.List;

/** Namespaces and what runs in them. */
final class WorkloadLowering {
    private WorkloadLowering() {}

    static HasMetadata namespace(Namespace namespace, Metadata metadata) {
        io.fabric8.kubernetes.api.model.Namespace object = new io.fabric8.kubernetes.api.model.Namespace();
        object.setMetadata(metadata.clusterWide(namespace.name(), namespace.labels()));
        return object;
    }

    static HasMetadata lower(Workload workload, Metadata metadata) {
        ObjectMeta named = metadata.of(workload.namespace(), workload.name(), workload.labels());
        return workload.kind() == Kind.POD ? pod(workload, named) : deployment(workload, named);
    }

    private static Pod pod(Workload workload, ObjectMeta metadata) {
        Pod pod = new Pod();
        pod.setMetadata(metadata);
        pod.setSpec(spec(workload));
        return pod;
    }

    private static Deployment deployment(Workload workload, ObjectMeta metadata) {
        ObjectMeta labelled = new ObjectMeta();
        labelled.setLabels(workload.labels());
        PodTemplateSpec template = new PodTemplateSpec();
        template.setMetadata(labelled);
        template.setSpec(spec(workload));
        DeploymentSpec spec = new DeploymentSpec();
        workload.replicas().ifPresent(spec::setReplicas);
        spec.setSelector(Selectors.labelSelector(workload.selector()));
        spec.setTemplate(template);
        Deployment deployment = new Deployment();
        deployment.setMetadata(metadata);
        deployment.setSpec(spec);
        return deployment;
    }

    private static PodSpec spec(Workload workload) {
        List<Container> containers = new ArrayList<>();
        for (dev.knet.model.Container container : workload.containers()) {
            containers.add(container(container));
        }
        PodSpec spec = new PodSpec();
        spec.setContainers(containers);
        return spec;
    }

    private static Container container(dev.knet.model.Container container) {
        Container object = new Container();
        object.setName(container.name());
        object.setImage(container.image());
        object.setCommand(container.command());
        object.setArgs(container.args());
        object.setEnv(env(container.env()));
        object.setPorts(ports(container.ports()));
        return object;
    }

    private static List<io.fabric8.kubernetes.api.model.EnvVar> env(List<EnvVar> variables) {
        List<io.fabric8.kubernetes.api.model.EnvVar> objects = new ArrayList<>();
        for (EnvVar variable : variables) {
            objects.add(new io.fabric8.kubernetes.api.model.EnvVar(variable.name(), variable.value(), null));
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
}
