package dev.knet.reach.read;

import java.util.Map;
import java.util.Set;

/** What is known of kinds by their names and the groups of their API versions. */
final class Kinds {
    private static final Set<String> POD_MAKERS =
            Set.of("Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Job", "CronJob", "ReplicationController");

    private static final Set<String> GROUPS_OF_POD_MAKERS = Set.of("", "apps", "batch", "extensions");

    /** Kinds of the groups that say nothing of pods, addresses or policies. */
    private static final Set<String> OTHER_GROUPS = Set.of(
            "admissionregistration.k8s.io",
            "apiextensions.k8s.io",
            "apiregistration.k8s.io",
            "authentication.k8s.io",
            "authorization.k8s.io",
            "autoscaling",
            "cert-manager.io",
            "certificates.k8s.io",
            "config.kubernetes.io",
            "coordination.k8s.io",
            "events.k8s.io",
            "flowcontrol.apiserver.k8s.io",
            "kustomize.config.k8s.io",
            "metrics.k8s.io",
            "node.k8s.io",
            "policy",
            "rbac.authorization.k8s.io",
            "resource.k8s.io",
            "scheduling.k8s.io",
            "snapshot.storage.k8s.io",
            "storage.k8s.io");

    private static final Set<String> OTHER_KINDS = Set.of(
            "Binding",
            "ComponentStatus",
            "ConfigMap",
            "ControllerRevision",
            "Event",
            "LimitRange",
            "Node",
            "PersistentVolume",
            "PersistentVolumeClaim",
            "PodTemplate",
            "ResourceQuota",
            "Secret",
            "ServiceAccount");

    /** Kinds that route to services: what they route to, policies judge as everything else. */
    private static final Map<String, Set<String>> ROUTES = Map.of(
            "networking.k8s.io", Set.of("Ingress", "IngressClass"),
            "extensions", Set.of("Ingress"),
            "route.openshift.io", Set.of("Route"),
            "gateway.networking.k8s.io",
                    Set.of(
                            "GatewayClass",
                            "HTTPRoute",
                            "GRPCRoute",
                            "TLSRoute",
                            "TCPRoute",
                            "UDPRoute",
                            "ReferenceGrant"));

    /** Endings of groups whose policies a network plugin or a mesh enforces. */
    private static final Set<String> POLICY_GROUPS = Set.of(
            "cilium.io",
            "projectcalico.org",
            "crd.projectcalico.org",
            "policy.networking.k8s.io",
            "crd.antrea.io",
            "k8s.ovn.org",
            "security.istio.io",
            "networking.k8s.aws",
            "policy.linkerd.io");

    private static final Set<String> POLICIES_BY_OTHER_NAMES =
            Set.of("NetworkSet", "GlobalNetworkSet", "EgressFirewall", "Tier", "CiliumCIDRGroup", "HostEndpoint");

    private static final Set<String> FILES_OF_KUSTOMIZE =
            Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    private Kinds() {}

    /** Whether kustomize takes it for its own, where the kind and the version may be left out. */
    static boolean isFileOfKustomize(String file) {
        return FILES_OF_KUSTOMIZE.contains(file.substring(file.lastIndexOf('/') + 1));
    }

    /** What stands before the slash; of the oldest version, nothing. */
    static String group(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    static boolean makesPods(String kind, String group) {
        return POD_MAKERS.contains(kind) && GROUPS_OF_POD_MAKERS.contains(group);
    }

    static boolean isOfNoInterest(String kind, String group) {
        return OTHER_GROUPS.contains(group)
                || (group.isEmpty() || group.equals("apps")) && OTHER_KINDS.contains(kind)
                || ROUTES.getOrDefault(group, Set.of()).contains(kind);
    }

    /** A policy that the answers leave out. */
    static boolean isPolicy(String kind, String group) {
        return POLICY_GROUPS.contains(group) && (kind.endsWith("Policy") || POLICIES_BY_OTHER_NAMES.contains(kind));
    }

    /** Of the group that NetworkPolicy is in, or was. */
    static boolean isNetworkPolicy(String kind, String group) {
        return kind.equals("NetworkPolicy") && !POLICY_GROUPS.contains(group);
    }
}
