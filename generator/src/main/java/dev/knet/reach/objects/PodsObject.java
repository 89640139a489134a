package dev.knet.reach.objects;

import dev.knet.reach.space.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Pods that are alike: one, or those of a controller.
 *
 * @param kind of the controller, or {@code Pod}
 * @param name of the controller, or of the pod that has none
 * @param podNames of those whose controller is named in their place
 * @param ports the container ports, of all containers, also those without names
 * @param hostNetwork whether they are in their node's network, where policies do not see them
 * @param serviceAccount the name of the one that they run under
 */
public record PodsObject(
        String namespace,
        String kind,
        String name,
        Set<String> podNames,
        Map<String, String> labels,
        List<ContainerPort> ports,
        boolean hostNetwork,
        String serviceAccount,
        Origin origin) {
    /** The label by which Calico's policies ask for the name of the service account. */
    public static final String CALICO_ACCOUNT = "projectcalico.org/serviceaccount";

    /** The same of Cilium. */
    public static final String CILIUM_ACCOUNT = "io.cilium.k8s.policy.serviceaccount";

    private static final String USUAL_ACCOUNT = "default";

    public PodsObject {
        podNames = Set.copyOf(podNames);
        labels = Map.copyOf(labels);
        ports = List.copyOf(ports);
    }

    public PodsObject(
            String namespace,
            String kind,
            String name,
            Set<String> podNames,
            Map<String, String> labels,
            List<ContainerPort> ports,
            boolean hostNetwork,
            Origin origin) {
        this(namespace, kind, name, podNames, labels, ports, hostNetwork, USUAL_ACCOUNT, origin);
    }

    public PodsObject(
            String namespace,
            String kind,
            String name,
            Map<String, String> labels,
            List<ContainerPort> ports,
            boolean hostNetwork,
            Origin origin) {
        this(namespace, kind, name, Set.of(), labels, ports, hostNetwork, origin);
    }

    /** The labels as network plugins have them, with what they add, as far as somebody asks for these keys. */
    public Map<String, String> labelsOf(Set<String> keys) {
        Map<String, String> asked = new TreeMap<>(labels);
        asked.keySet().retainAll(keys);
        for (String key : List.of(CALICO_ACCOUNT, CILIUM_ACCOUNT)) {
            if (keys.contains(key)) {
                asked.put(key, serviceAccount);
            }
        }
        return asked;
    }

    /** The name is empty if it has none. */
    public record ContainerPort(String name, Protocol protocol, int number) {}
}
