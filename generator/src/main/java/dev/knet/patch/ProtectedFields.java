package dev.knet.patch;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What policies are made from, and what tells one object from another: that is said by the language's own words, which
 * knet reads, and not by a patch, which it does not. Found in an object before and after a patch, so it does not matter
 * how a patch would come to change it.
 */
final class ProtectedFields {
    /** Where the pods of each kind are described; nowhere for the others. A kind that is not here has no patch. */
    private static final Map<String, Optional<String>> PODS = Map.of(
            "Namespace", Optional.empty(),
            "Service", Optional.empty(),
            "Pod", Optional.of(""),
            "Deployment", Optional.of("spec.template"),
            "StatefulSet", Optional.of("spec.template"),
            "DaemonSet", Optional.of("spec.template"),
            "Job", Optional.of("spec.template"),
            "CronJob", Optional.of("spec.jobTemplate.spec.template"));

    private static final List<String> CONTAINERS = List.of("containers", "initContainers");

    /** Of the metadata of anything. */
    private static final List<String> WRITTEN_BY_THE_SERVER = List.of(
            "resourceVersion",
            "uid",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "generation",
            "selfLink",
            "managedFields");

    private static final String NAME = "the name is the one behind the kind: `deployment web`";
    private static final String PLACE = "move the statement: what stands in a `namespace` block is in that namespace";
    private static final String KIND = "the word in front of the name says the kind: `statefulset db`";
    private static final String POD_LABELS =
            "say it with `labels …` in the block of the workload: policies select its pods" + " by their labels";
    private static final String NAMESPACE_LABELS =
            "say it with `labels …` in the block of the namespace: policies select namespaces by their labels";
    private static final String OTHER_LABELS = "leave it as it is: knet finds its objects by it, or `labels …` says it";
    private static final String SELECTOR =
            "leave it out: knet selects the pods by what `labels …` says of the workload";
    private static final String PORTS = "say it with `port …` in the block of the container: policies open those ports";
    private static final String CONTAINER = "take it away where it is declared, in the block of the workload";
    private static final String HOST_NETWORK =
            "say it with `host network` in the block of the workload: policies do not hold for pods in it";
    private static final String STATUS = "leave it out: Kubernetes writes it";
    private static final String ACCOUNT = "say it with `account …` in the block of the workload";
    private static final String EPHEMERAL =
            "leave it out: Kubernetes takes such containers only for pods that run, as of `kubectl debug`";

    private final Map<FieldPath, Protected> found = new LinkedHashMap<>();
    private final Set<FieldPath> withoutImage = new LinkedHashSet<>();

    private ProtectedFields() {}

    /**
     * One such thing of an object.
     *
     * @param mayBeNew whether a patch may bring it where it was not
     * @param help how it is said instead
     */
    record Protected(Object value, boolean mayBeNew, String help) {}

    /** All of them that this object has. */
    static ProtectedFields of(HasMetadata object) {
        Optional<String> pods = template(object);
        ProtectedFields fields = new ProtectedFields();
        fields.fixed(object, "apiVersion", KIND);
        fields.fixed(object, "kind", KIND);
        fields.fixed(object, "status", STATUS);
        switch (object.getClass().getSimpleName()) {
            case "Namespace" -> fields.metadata(object, "metadata", NAMESPACE_LABELS, false);
            case "Service" -> fields.service(object);
            case "Pod" -> fields.pods(object, "");
            default -> fields.controller(object, pods.orElseThrow());
        }
        return fields;
    }

    /** Where the pods of this object are described; nowhere if it has none. */
    static Optional<String> template(HasMetadata object) {
        Optional<String> template = PODS.get(object.getClass().getSimpleName());
        if (template == null) {
            throw new IllegalArgumentException("a patch for " + object.getClass());
        }
        return template;
    }

    Map<FieldPath, Protected> byPath() {
        return found;
    }

    /** Those of the object's containers that have no image. */
    Set<FieldPath> containersWithoutImage() {
        return withoutImage;
    }

    private void service(HasMetadata object) {
        metadata(object, "metadata", OTHER_LABELS, true);
        fixed(object, "spec.type", "say it in the service's statement: `nodeport`, `loadbalancer`, `headless`");
        fixed(object, "spec.clusterIP", "say it in the service's statement: `headless`");
        fixed(object, "spec.clusterIPs", "say it in the service's statement: `headless`");
        fixed(object, "spec.selector", "say it in the service's statement: `service … for web`");
        fixed(object, "spec.ports", "say it in the service's statement: `on tcp/80 -> http`");
        fixed(object, "spec.externalName", "say it in the service's statement: `external \"db.example.com\"`");
        fixed(object, "spec.loadBalancerSourceRanges", "say it in the service's statement: `from 203.0.113.0/24`");
        fixed(
                object,
                "spec.externalIPs",
                "leave it out: it opens the service to the outside where no sentence says so");
        fixed(object, "spec.externalTrafficPolicy", "say it with `external-traffic …` in the block of the service");
        fixed(object, "spec.internalTrafficPolicy", "say it with `internal-traffic …` in the block of the service");
        fixed(object, "spec.sessionAffinity", "say it with `session-affinity` in the block of the service");
        fixed(object, "spec.sessionAffinityConfig", "say it with `session-affinity 3h` in the block of the service");
        fixed(object, "spec.ipFamilies", "say it with `ip-families …` in the block of the service");
        fixed(object, "spec.ipFamilyPolicy", "say it with `ip-families …` in the block of the service");
        fixed(object, "spec.loadBalancerClass", "say it with `class …` in the block of the service");
        fixed(object, "spec.publishNotReadyAddresses", "say it with `publish-not-ready` in the block of the service");
    }

    private void controller(HasMetadata object, String template) {
        metadata(object, "metadata", OTHER_LABELS, true);
        String spec = template.substring(0, template.lastIndexOf('.'));
        if (!spec.equals("spec")) {
            metadata(object, spec.substring(0, spec.lastIndexOf('.')) + ".metadata", OTHER_LABELS, true);
        }
        fixed(object, spec + ".selector", SELECTOR);
        fixed(object, spec + ".manualSelector", SELECTOR);
        put(
                FieldPath.ROOT.to(spec + ".serviceName"),
                read(object, spec + ".serviceName"),
                true,
                "leave it out: knet takes the headless service that stands for the stateful set");
        pods(object, template);
    }

    private void pods(HasMetadata object, String template) {
        String prefix = template.isEmpty() ? "" : template + ".";
        metadata(object, prefix + "metadata", POD_LABELS, false);
        fixed(object, prefix + "spec.hostNetwork", HOST_NETWORK);
        fixed(object, prefix + "spec.serviceAccountName", ACCOUNT);
        fixed(object, prefix + "spec.serviceAccount", ACCOUNT);
        fixed(object, prefix + "spec.ephemeralContainers", EPHEMERAL);
        for (String list : CONTAINERS) {
            containers(object, prefix + "spec." + list);
        }
    }

    private void metadata(HasMetadata object, String path, String labels, boolean mayBeNew) {
        fixed(object, path + ".name", NAME);
        fixed(object, path + ".generateName", NAME);
        fixed(object, path + ".namespace", PLACE);
        for (String field : WRITTEN_BY_THE_SERVER) {
            fixed(object, path + "." + field, STATUS);
        }
        if (read(object, path + ".labels") instanceof Map<?, ?> map) {
            FieldPath all = FieldPath.ROOT.to(path + ".labels");
            map.forEach((key, value) -> put(all.item((String) key), value, mayBeNew, labels));
        }
    }

    private void containers(HasMetadata object, String path) {
        if (read(object, path) instanceof List<?> list) {
            for (Object container : list) {
                ModelFields model = ModelFields.of(container.getClass());
                FieldPath place = FieldPath.ROOT.to(path).item(String.valueOf(model.get(container, "name")));
                put(place, true, true, CONTAINER);
                Object image = model.get(container, "image");
                if (image == null || image.equals("")) {
                    withoutImage.add(place);
                }
                put(place.field("ports"), model.get(container, "ports"), false, PORTS);
            }
        }
    }

    private void fixed(HasMetadata object, String path, String help) {
        put(FieldPath.ROOT.to(path), read(object, path), false, help);
    }

    private void put(FieldPath path, @Nullable Object value, boolean mayBeNew, String help) {
        if (value != null && !isNothing(value)) {
            found.put(path, new Protected(value, mayBeNew, help));
        }
    }

    /** What is false or empty is as good as not there. */
    private static boolean isNothing(Object value) {
        return value.equals(false)
                || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
    }

    /** What stands in a field within fields; null if one of them is not there, or the class knows none of that name. */
    static @Nullable Object read(Object object, String path) {
        Object value = object;
        for (String field : path.split("\\.")) {
            ModelFields model = ModelFields.of(value.getClass());
            Object next = model.has(field) ? model.get(value, field) : null;
            if (next == null) {
                return null;
            }
            value = next;
        }
        return value;
    }
}
