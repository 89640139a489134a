package dev.knet.patch;

import dev.knet.diagnostic.Rule;
import dev.knet.model.KubernetesNames;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the API server refuses an object for although each of its fields is right by itself. Found in an object before
 * and after a patch, so that only what the patch brought is said of it.
 */
final class Refusals {
    private static final List<String> CONTAINERS = List.of("containers", "initContainers");
    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");
    private static final List<String> PROBE_WAYS = List.of("exec", "grpc", "httpGet", "tcpSocket");
    private static final List<String> HOOKS = List.of("postStart", "preStop");
    private static final List<String> ALWAYS = List.of("Always");
    private static final List<String> TO_AN_END = List.of("OnFailure", "Never");
    private static final List<String> BALANCER_ONLY = List.of("healthCheckNodePort", "allocateLoadBalancerNodePorts");

    private static final String KEY_HELP =
            "a key is at most 63 letters, digits, `-`, `_` and `.`, with an optional DNS name and `/` in front";
    private static final String VALUE_HELP =
            "a value is at most 63 letters, digits, `-`, `_` and `.`, and begins and ends with a letter or digit";

    private final Map<FieldPath, Fault> faults = new LinkedHashMap<>();
    private final Map<FieldPath, Set<String>> choices = new LinkedHashMap<>();
    private final Map<String, List<FieldPath>> containers = new LinkedHashMap<>();

    private Refusals() {}

    /** One reason to refuse an object. */
    record Fault(Rule rule, FieldPath place, String message, String help) {}

    static Refusals of(HasMetadata object) {
        Refusals refusals = new Refusals();
        refusals.metadata(object, "metadata");
        ProtectedFields.template(object).ifPresent(template -> refusals.pods(object, template));
        if (object.getClass().getSimpleName().equals("Service")) {
            refusals.service(object);
        }
        return refusals;
    }

    /** Those that were not there before. */
    List<Fault> since(Refusals before) {
        List<Fault> since = new ArrayList<>();
        faults.forEach((path, fault) -> {
            if (!fault.equals(before.faults.get(path))) {
                since.add(fault);
            }
        });
        choices.forEach((path, is) -> {
            Set<String> was = before.choices.getOrDefault(path, Set.of());
            if (is.size() > 1 && !was.containsAll(is)) {
                since.add(several(path, was, is));
            }
        });
        containers.forEach((name, paths) -> {
            List<FieldPath> old = before.containers.getOrDefault(name, List.of());
            twice(name, paths, old).ifPresent(since::add);
        });
        return since;
    }

    private static Fault several(FieldPath path, Set<String> was, Set<String> is) {
        Set<String> old = new TreeSet<>(is);
        old.retainAll(was);
        Set<String> more = new TreeSet<>(is);
        more.removeAll(was);
        String first = more.iterator().next();
        if (old.isEmpty()) {
            return new Fault(
                    Rule.GIVEN_TWICE,
                    path.field(first),
                    "`" + path + "` has " + quoted(is, " and "),
                    "keep one of them: Kubernetes takes only one");
        }
        String there = old.iterator().next();
        return new Fault(
                Rule.GIVEN_TWICE,
                path.field(first),
                "`" + path + "` has `" + there + "` already, and can have no `" + first + "` beside it",
                "take the other away with `" + there + ": null`, or leave `" + first + "` out");
    }

    private static Optional<Fault> twice(String name, List<FieldPath> paths, List<FieldPath> old) {
        List<FieldPath> more = new ArrayList<>(paths);
        more.removeAll(old);
        if (paths.size() < 2 || more.isEmpty()) {
            return Optional.empty();
        }
        FieldPath place = more.get(more.size() - 1);
        FieldPath other = paths.get(0).equals(place) ? paths.get(1) : paths.get(0);
        return Optional.of(new Fault(
                Rule.DUPLICATE_NAME,
                place.field("name"),
                "there is a container " + Problems.quoted(name) + " in `" + other.parent() + "` already",
                "give it another name: `containers` and `initContainers` share their names"));
    }

    private void pods(HasMetadata object, String template) {
        String prefix = template.isEmpty() ? "" : template + ".";
        if (!template.isEmpty()) {
            metadata(object, prefix + "metadata");
        }
        if (template.startsWith("spec.jobTemplate.")) {
            metadata(object, "spec.jobTemplate.metadata");
        }
        if (ProtectedFields.read(object, prefix + "spec") != null) {
            restarts(object, prefix + "spec.restartPolicy");
        }
        for (String list : CONTAINERS) {
            FieldPath path = FieldPath.ROOT.to(prefix + "spec." + list);
            for (Object container : items(ProtectedFields.read(object, prefix + "spec." + list))) {
                String name = nameOf(container);
                container(container, path.item(name));
                containers.computeIfAbsent(name, key -> new ArrayList<>()).add(path.item(name));
            }
        }
        FieldPath volumes = FieldPath.ROOT.to(prefix + "spec.volumes");
        for (Object volume : items(ProtectedFields.read(object, prefix + "spec.volumes"))) {
            choice(volume, volumes.item(nameOf(volume)), without("name", volume));
        }
    }

    private void restarts(HasMetadata object, String path) {
        List<String> taken = switch (object.getClass().getSimpleName()) {
            case "Pod" -> List.of("Always", "OnFailure", "Never");
            case "Job", "CronJob" -> TO_AN_END;
            default -> ALWAYS;
        };
        // What Kubernetes takes where nothing is said.
        Object said = ProtectedFields.read(object, path);
        String policy = said == null ? "Always" : said.toString();
        if (!taken.contains(policy)) {
            String help = taken.equals(ALWAYS)
                    ? "leave it out: what ends by itself is a `job`"
                    : "write one of these: where it is not said, Kubernetes takes `Always`";
            FieldPath place = FieldPath.ROOT.to(path);
            String message = "`" + path + "` takes " + quoted(taken, " or ") + ", not " + Problems.quoted(policy);
            faults.put(place, new Fault(Rule.WRONG_VALUE, place, message, help));
        }
    }

    private void container(Object container, FieldPath path) {
        for (Object variable : items(ProtectedFields.read(container, "env"))) {
            FieldPath place = path.field("env").item(nameOf(variable));
            choice(variable, place, List.of("value", "valueFrom"));
            Object source = ProtectedFields.read(variable, "valueFrom");
            if (source != null) {
                choice(source, place.field("valueFrom"), without("", source));
            }
        }
        for (String probe : PROBES) {
            Object value = ProtectedFields.read(container, probe);
            if (value != null) {
                choice(value, path.field(probe), PROBE_WAYS);
            }
        }
        for (String hook : HOOKS) {
            Object value = ProtectedFields.read(container, "lifecycle." + hook);
            if (value != null) {
                choice(value, path.field("lifecycle").field(hook), without("", value));
            }
        }
    }

    /** Of these fields, an object may have but one. */
    private void choice(Object object, FieldPath path, Collection<String> fields) {
        Set<String> there = new TreeSet<>();
        for (String field : fields) {
            Object value = ProtectedFields.read(object, field);
            if (value != null && !value.equals("")) {
                there.add(field);
            }
        }
        choices.put(path, there);
    }

    private void metadata(HasMetadata object, String path) {
        if (ProtectedFields.read(object, path + ".labels") instanceof Map<?, ?> labels) {
            FieldPath all = FieldPath.ROOT.to(path + ".labels");
            labels.forEach((key, value) -> label(all.item((String) key), (String) key, String.valueOf(value)));
        }
        if (ProtectedFields.read(object, path + ".annotations") instanceof Map<?, ?> annotations) {
            FieldPath all = FieldPath.ROOT.to(path + ".annotations");
            annotations.keySet().forEach(key -> annotation(all.item((String) key), (String) key));
        }
    }

    private void label(FieldPath path, String key, String value) {
        if (!KubernetesNames.isLabelKey(key)) {
            String message = Problems.quoted(key) + " is no label key";
            faults.put(path, new Fault(Rule.INVALID_LABEL, path, message, KEY_HELP));
        } else if (!KubernetesNames.isLabelValue(value)) {
            String message = Problems.quoted(value) + " is no label value";
            faults.put(path, new Fault(Rule.INVALID_LABEL, path, message, VALUE_HELP));
        }
    }

    /** The DNS name in front may have capitals here. */
    private void annotation(FieldPath path, String key) {
        boolean isAscii = key.chars().allMatch(c -> c < 0x80);
        if (!isAscii || !KubernetesNames.isLabelKey(key.toLowerCase(Locale.ROOT))) {
            String message = Problems.quoted(key) + " is no annotation key";
            faults.put(path, new Fault(Rule.INVALID_ANNOTATION, path, message, KEY_HELP));
        }
    }

    private void service(HasMetadata object) {
        if ("LoadBalancer".equals(ProtectedFields.read(object, "spec.type"))) {
            return;
        }
        for (String field : BALANCER_ONLY) {
            if (ProtectedFields.read(object, "spec." + field) != null) {
                FieldPath path = FieldPath.ROOT.to("spec." + field);
                faults.put(
                        path,
                        new Fault(
                                Rule.INVALID_SERVICE,
                                path,
                                "only a load balancer has `" + path + "`",
                                "write `loadbalancer` in the service's statement, or leave it out"));
            }
        }
    }

    private static List<String> without(String field, Object object) {
        List<String> names = new ArrayList<>(ModelFields.of(object.getClass()).names());
        names.remove(field);
        return names;
    }

    private static String nameOf(Object item) {
        return String.valueOf(ProtectedFields.read(item, "name"));
    }

    private static Collection<?> items(@Nullable Object list) {
        return list instanceof Collection<?> items ? items : List.of();
    }

    private static String quoted(Collection<String> names, String last) {
        return "`" + String.join("`" + last + "`", names) + "`";
    }
}
