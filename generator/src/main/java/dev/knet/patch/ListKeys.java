package dev.knet.patch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which lists are merged item by item, and what tells their items: as Kubernetes' own types say it by `patchMergeKey`,
 * `patchStrategy` and, where one field does not tell them all, `listMapKey` (k8s.io/api `core/v1/types.go` and
 * k8s.io/apimachinery `meta/v1/types.go` of 1.33). Every other list is replaced as a whole.
 */
final class ListKeys {
    private static final List<String> NAME = List.of("name");
    private static final List<String> CONTAINER_PORT = List.of("containerPort", "protocol");

    /** By class and field. */
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("PodSpec.containers", NAME),
            Map.entry("PodSpec.initContainers", NAME),
            Map.entry("PodSpec.ephemeralContainers", NAME),
            Map.entry("PodSpec.volumes", NAME),
            Map.entry("PodSpec.imagePullSecrets", NAME),
            Map.entry("PodSpec.hostAliases", List.of("ip")),
            Map.entry("PodSpec.topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable")),
            Map.entry("PodSpec.resourceClaims", NAME),
            Map.entry("PodSpec.schedulingGates", NAME),
            Map.entry("Container.env", NAME),
            Map.entry("Container.ports", CONTAINER_PORT),
            Map.entry("Container.volumeMounts", List.of("mountPath")),
            Map.entry("Container.volumeDevices", List.of("devicePath")),
            Map.entry("EphemeralContainer.env", NAME),
            Map.entry("EphemeralContainer.ports", CONTAINER_PORT),
            Map.entry("EphemeralContainer.volumeMounts", List.of("mountPath")),
            Map.entry("EphemeralContainer.volumeDevices", List.of("devicePath")),
            Map.entry("ServiceSpec.ports", List.of("port", "protocol")),
            Map.entry("ObjectMeta.ownerReferences", List.of("uid")));

    /** Lists of words of which none is there twice. */
    private static final List<String> SETS = List.of("ObjectMeta.finalizers");

    /** What a field that tells items says where it is left out. */
    private static final Map<String, String> DEFAULTS = Map.of("protocol", "TCP");

    private ListKeys() {}

    /** The fields that tell the items of this list; none if the list is replaced as a whole. */
    static List<String> of(Class<?> type, String field) {
        return KEYS.getOrDefault(type.getSimpleName() + "." + field, List.of());
    }

    /** All that have keys, by class and field. */
    static Set<String> all() {
        return KEYS.keySet();
    }

    static boolean isSet(Class<?> type, String field) {
        return SETS.contains(type.getSimpleName() + "." + field);
    }

    static Optional<String> defaultOf(String field) {
        return Optional.ofNullable(DEFAULTS.get(field));
    }
}
