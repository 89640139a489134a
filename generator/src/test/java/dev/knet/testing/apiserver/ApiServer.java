package dev.knet.testing.apiserver;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an API server would refuse: its validation rules for the kinds that knet writes, read from Kubernetes' own
 * sources (kubernetes-facts.md, section 1b) and sharing no code with knet's checks.
 */
public final class ApiServer {
    private ApiServer() {}

    /** Everything that is wrong with objects that are applied together. */
    public static List<String> violations(List<HasMetadata> objects) {
        List<String> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Violations together = new Violations("all");
        for (HasMetadata object : objects) {
            Violations violations = new Violations(nameOf(object));
            check(object, violations);
            found.addAll(violations.all());
            together.require(names.add(nameOf(object)), "name twice", nameOf(object));
            if (object instanceof Service service) {
                ServiceRules.nodePorts(service).forEach(port -> together.unique("nodePort", port));
            }
        }
        found.addAll(together.all());
        return found;
    }

    private static String nameOf(HasMetadata object) {
        return object.getKind() + " " + object.getMetadata().getNamespace() + "/"
                + object.getMetadata().getName();
    }

    private static void check(HasMetadata object, Violations violations) {
        metadata(object.getMetadata(), violations);
        String name = object.getMetadata().getName();
        if (object instanceof Namespace) {
            violations.require(Formats.isDns1123Label(name), "name", name);
        } else if (object instanceof NetworkPolicy policy) {
            violations.require(Formats.isDns1123Subdomain(name), "name", name);
            PolicyRules.check(policy.getSpec(), violations);
        } else if (object instanceof Service service) {
            violations.require(Formats.isDns1035Label(name), "name", name);
            ServiceRules.check(service.getSpec(), violations);
        } else if (object instanceof Pod pod) {
            violations.require(Formats.isDns1123Label(name), "name, which is the host name too", name);
            PodRules.check(pod.getSpec(), "Always", violations);
        } else if (object instanceof ServiceAccount) {
            violations.require(Formats.isDns1123Subdomain(name), "name", name);
        } else {
            WorkloadRules.check(object, violations);
        }
    }

    static void metadata(ObjectMeta metadata, Violations violations) {
        String namespace = metadata.getNamespace();
        violations.require(namespace == null || Formats.isDns1123Label(namespace), "namespace", namespace);
        violations.require(Formats.areLabels(metadata.getLabels()), "labels", metadata.getLabels());
        Map<String, String> annotations = metadata.getAnnotations() == null ? Map.of() : metadata.getAnnotations();
        violations.require(
                annotations.keySet().stream().allMatch(Formats::isAnnotationKey), "annotations", annotations.keySet());
        long size = annotations.entrySet().stream()
                .mapToLong(it -> (it.getKey() + it.getValue()).getBytes(StandardCharsets.UTF_8).length)
                .sum();
        violations.require(size <= 256 << 10, "size of annotations", size);
    }
}
