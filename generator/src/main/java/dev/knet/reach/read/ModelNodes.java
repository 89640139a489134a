package dev.knet.reach.read;

import dev.knet.reach.read.Node.Entry;
import dev.knet.reach.read.Node.Mapping;
import dev.knet.reach.read.Node.Scalar;
import dev.knet.reach.read.Node.Sequence;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Objects of fabric8's model as their documents would be read, as far as anything is asked of them: what they mean is
 * said in one place. By hand, since a mapper takes longer than a whole build.
 */
final class ModelNodes {
    private static final Node NOTHING = new Scalar("", true, 0);

    private final List<Entry> entries = new ArrayList<>();

    private ModelNodes() {}

    static Node of(HasMetadata object) {
        ModelNodes nodes = new ModelNodes()
                .put("apiVersion", text(object.getApiVersion()))
                .put("kind", text(object.getKind()))
                .put("metadata", or(object.getMetadata(), ModelNodes::metadata));
        if (object instanceof GenericKubernetesResource generic) {
            generic.getAdditionalProperties().forEach((key, value) -> nodes.put(key, any(value, 1)));
        } else if (object instanceof NetworkPolicy policy) {
            nodes.put("spec", or(policy.getSpec(), ModelNodes::policy));
        } else if (object instanceof Service service) {
            nodes.put("spec", or(service.getSpec(), ModelNodes::service));
        } else if (object instanceof Pod pod) {
            nodes.put("spec", or(pod.getSpec(), ModelNodes::pod));
            nodes.put("status", or(pod.getStatus(), it -> one("phase", text(it.getPhase()))));
        } else {
            nodes.put("spec", controller(object));
        }
        return nodes.mapping();
    }

    private static Node controller(HasMetadata object) {
        if (object instanceof Deployment it) {
            return or(it.getSpec(), spec -> template(spec.getTemplate()));
        } else if (object instanceof ReplicaSet it) {
            return or(
                    it.getSpec(),
                    spec -> new ModelNodes()
                            .put("replicas", number(spec.getReplicas()))
                            .put("template", or(spec.getTemplate(), ModelNodes::pods))
                            .mapping());
        } else if (object instanceof StatefulSet it) {
            return or(it.getSpec(), spec -> template(spec.getTemplate()));
        } else if (object instanceof DaemonSet it) {
            return or(it.getSpec(), spec -> template(spec.getTemplate()));
        } else if (object instanceof ReplicationController it) {
            return or(it.getSpec(), spec -> template(spec.getTemplate()));
        } else if (object instanceof Job it) {
            return or(it.getSpec(), spec -> template(spec.getTemplate()));
        } else if (object instanceof CronJob it) {
            return or(
                    it.getSpec(),
                    spec -> one(
                            "jobTemplate",
                            or(
                                    spec.getJobTemplate(),
                                    jobs -> one("spec", or(jobs.getSpec(), job -> template(job.getTemplate()))))));
        }
        return NOTHING;
    }

    private static Node template(@Nullable PodTemplateSpec template) {
        return one("template", or(template, ModelNodes::pods));
    }

    private static Node pods(PodTemplateSpec template) {
        return new ModelNodes()
                .put("metadata", or(template.getMetadata(), ModelNodes::metadata))
                .put("spec", or(template.getSpec(), ModelNodes::pod))
                .mapping();
    }

    private static Node metadata(ObjectMeta metadata) {
        return new ModelNodes()
                .put("name", text(metadata.getName()))
                .put("generateName", text(metadata.getGenerateName()))
                .put("namespace", text(metadata.getNamespace()))
                .put("labels", texts(metadata.getLabels()))
                .put("ownerReferences", list(metadata.getOwnerReferences(), ModelNodes::owner))
                .mapping();
    }

    private static Node owner(OwnerReference reference) {
        return new ModelNodes()
                .put("kind", text(reference.getKind()))
                .put("name", text(reference.getName()))
                .put("controller", flag(reference.getController()))
                .mapping();
    }

    private static Node pod(PodSpec spec) {
        return new ModelNodes()
                .put("hostNetwork", flag(spec.getHostNetwork()))
                .put("serviceAccountName", text(spec.getServiceAccountName()))
                .put("serviceAccount", text(spec.getServiceAccount()))
                .put("initContainers", list(spec.getInitContainers(), ModelNodes::container))
                .put("containers", list(spec.getContainers(), ModelNodes::container))
                .mapping();
    }

    private static Node container(Container container) {
        return new ModelNodes()
                .put("restartPolicy", text(container.getRestartPolicy()))
                .put("ports", list(container.getPorts(), ModelNodes::port))
                .mapping();
    }

    private static Node port(ContainerPort port) {
        return new ModelNodes()
                .put("name", text(port.getName()))
                .put("protocol", text(port.getProtocol()))
                .put("containerPort", number(port.getContainerPort()))
                .mapping();
    }

    private static Node service(ServiceSpec spec) {
        return new ModelNodes()
                .put("type", text(spec.getType()))
                .put("clusterIP", text(spec.getClusterIP()))
                .put("selector", texts(spec.getSelector()))
                .put("ports", list(spec.getPorts(), ModelNodes::port))
                .put("loadBalancerSourceRanges", list(spec.getLoadBalancerSourceRanges(), ModelNodes::text))
                .put("externalTrafficPolicy", text(spec.getExternalTrafficPolicy()))
                .mapping();
    }

    private static Node port(ServicePort port) {
        return new ModelNodes()
                .put("name", text(port.getName()))
                .put("protocol", text(port.getProtocol()))
                .put("port", number(port.getPort()))
                .put("targetPort", numberOrText(port.getTargetPort()))
                .put("nodePort", number(port.getNodePort()))
                .mapping();
    }

    private static Node policy(NetworkPolicySpec spec) {
        return new ModelNodes()
                .put("podSelector", or(spec.getPodSelector(), ModelNodes::selector))
                .put("policyTypes", list(spec.getPolicyTypes(), ModelNodes::text))
                .put("ingress", list(spec.getIngress(), ModelNodes::rule))
                .put("egress", list(spec.getEgress(), ModelNodes::rule))
                .mapping();
    }

    private static Node rule(NetworkPolicyIngressRule rule) {
        return new ModelNodes()
                .put("from", list(rule.getFrom(), ModelNodes::peer))
                .put("ports", list(rule.getPorts(), ModelNodes::port))
                .mapping();
    }

    private static Node rule(NetworkPolicyEgressRule rule) {
        return new ModelNodes()
                .put("to", list(rule.getTo(), ModelNodes::peer))
                .put("ports", list(rule.getPorts(), ModelNodes::port))
                .mapping();
    }

    private static Node peer(NetworkPolicyPeer peer) {
        return new ModelNodes()
                .put("podSelector", or(peer.getPodSelector(), ModelNodes::selector))
                .put("namespaceSelector", or(peer.getNamespaceSelector(), ModelNodes::selector))
                .put("ipBlock", or(peer.getIpBlock(), ModelNodes::block))
                .mapping();
    }

    private static Node block(IPBlock block) {
        return new ModelNodes()
                .put("cidr", text(block.getCidr()))
                .put("except", list(block.getExcept(), ModelNodes::text))
                .mapping();
    }

    private static Node port(NetworkPolicyPort port) {
        return new ModelNodes()
                .put("protocol", text(port.getProtocol()))
                .put("port", numberOrText(port.getPort()))
                .put("endPort", number(port.getEndPort()))
                .mapping();
    }

    private static Node selector(LabelSelector selector) {
        return new ModelNodes()
                .put("matchLabels", texts(selector.getMatchLabels()))
                .put("matchExpressions", list(selector.getMatchExpressions(), ModelNodes::requirement))
                .mapping();
    }

    private static Node requirement(LabelSelectorRequirement requirement) {
        return new ModelNodes()
                .put("key", text(requirement.getKey()))
                .put("operator", text(requirement.getOperator()))
                .put("values", list(requirement.getValues(), ModelNodes::text))
                .mapping();
    }

    private ModelNodes put(String key, Node value) {
        if (value != NOTHING) {
            entries.add(new Entry(key, 0, value));
        }
        return this;
    }

    private Node mapping() {
        return new Mapping(entries, 0);
    }

    private static Node one(String key, Node value) {
        return new ModelNodes().put(key, value).mapping();
    }

    private static Node text(@Nullable String text) {
        return text == null ? NOTHING : new Scalar(text, false, 0);
    }

    private static Node number(@Nullable Number number) {
        return number == null ? NOTHING : new Scalar(number.toString(), true, 0);
    }

    private static Node flag(@Nullable Boolean flag) {
        return flag == null ? NOTHING : new Scalar(flag.toString(), true, 0);
    }

    private static Node numberOrText(@Nullable IntOrString value) {
        return value == null
                ? NOTHING
                : value.getStrVal() == null ? number(value.getIntVal()) : text(value.getStrVal());
    }

    private static Node texts(@Nullable Map<String, String> texts) {
        if (texts == null) {
            return NOTHING;
        }
        ModelNodes nodes = new ModelNodes();
        texts.forEach((key, value) -> nodes.put(key, text(value)));
        return nodes.mapping();
    }

    private static <T> Node or(@Nullable T value, Function<T, Node> reading) {
        return value == null ? NOTHING : reading.apply(value);
    }

    private static <T> Node list(@Nullable List<T> values, Function<T, Node> reading) {
        if (values == null) {
            return NOTHING;
        }
        List<Node> nodes = new ArrayList<>(values.size());
        for (T value : values) {
            nodes.add(or(value, reading));
        }
        return new Sequence(nodes, 0);
    }

    /** What has no class of its own. */
    private static Node any(@Nullable Object value, int depth) {
        if (depth > Limits.DEPTH) {
            return new Node.Broken("is nested too deeply", 0);
        }
        if (value instanceof Map<?, ?> map) {
            ModelNodes nodes = new ModelNodes();
            map.forEach((key, item) -> nodes.put(String.valueOf(key), any(item, depth + 1)));
            return nodes.mapping();
        }
        if (value instanceof List<?> list) {
            List<Node> nodes = new ArrayList<>(list.size());
            list.forEach(item -> nodes.add(any(item, depth + 1)));
            return new Sequence(nodes, 0);
        }
        return value instanceof Number || value instanceof Boolean
                ? new Scalar(value.toString(), true, 0)
                : text(value == null ? null : value.toString());
    }
}
