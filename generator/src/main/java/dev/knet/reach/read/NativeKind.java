package dev.knet.reach.read;

import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.objects.Origin;
import java.util.List;
import java.util.Optional;

/** The kinds of native policies that are read, in the one version of each that is. */
enum NativeKind {
    CLUSTER_NETWORK_POLICY("policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy", false) {
        @Override
        List<NativePolicy> read(Field object, String namespace, String name, Origin origin) {
            return List.of(ClusterPolicyReader.read(object, name, origin));
        }
    },
    ADMIN_NETWORK_POLICY("policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", false) {
        @Override
        List<NativePolicy> read(Field object, String namespace, String name, Origin origin) {
            return List.of(AdminPolicyReader.admin(object, name, origin));
        }
    },
    BASELINE_ADMIN_NETWORK_POLICY("policy.networking.k8s.io/v1alpha1", "BaselineAdminNetworkPolicy", false) {
        @Override
        List<NativePolicy> read(Field object, String namespace, String name, Origin origin) {
            return List.of(AdminPolicyReader.baseline(object, name, origin));
        }
    };

    private final String apiVersion;
    private final String kind;
    private final boolean isNamespaced;

    NativeKind(String apiVersion, String kind, boolean isNamespaced) {
        this.apiVersion = apiVersion;
        this.kind = kind;
        this.isNamespaced = isNamespaced;
    }

    static Optional<NativeKind> of(String kind, String group) {
        for (NativeKind it : values()) {
            if (it.kind.equals(kind) && Kinds.group(it.apiVersion).equals(group)) {
                return Optional.of(it);
            }
        }
        return Optional.empty();
    }

    String apiVersion() {
        return apiVersion;
    }

    /** Whether its objects are in namespaces; others are of the whole cluster. */
    boolean isNamespaced() {
        return isNamespaced;
    }

    /** What an object says, with errors for what the API server or the plugin would refuse. */
    abstract List<NativePolicy> read(Field object, String namespace, String name, Origin origin);
}
