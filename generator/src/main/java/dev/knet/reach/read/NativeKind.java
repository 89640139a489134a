package dev.knet.reach.read;

import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.objects.Origin;
import java.util.List;
import java.util.Optional;

/** The kinds of native policies that are read, in the one version of each that is. */
enum NativeKind {
    CLUSTER_NETWORK_POLICY("policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy", false) {
        @Override
        void read(Field object, Heading heading, Gathered gathered) {
            heading.add(gathered, ClusterPolicyReader.read(object, heading.name(), heading.origin()));
        }
    },
    ADMIN_NETWORK_POLICY("policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", false) {
        @Override
        void read(Field object, Heading heading, Gathered gathered) {
            heading.add(gathered, AdminPolicyReader.admin(object, heading.name(), heading.origin()));
        }
    },
    CALICO_POLICY(NativeKind.CALICO, "NetworkPolicy", true) {
        @Override
        void read(Field object, Heading heading, Gathered gathered) {
            heading.add(gathered, CalicoPolicyReader.read(object, heading, gathered.values()));
        }
    },
    CALICO_GLOBAL_POLICY(NativeKind.CALICO, "GlobalNetworkPolicy", false) {
        @Override
        void read(Field object, Heading heading, Gathered gathered) {
            heading.add(gathered, CalicoPolicyReader.read(object, heading, gathered.values()));
        }
    },
    CILIUM_POLICY(NativeKind.CILIUM, "CiliumNetworkPolicy", true) {
        @Override
        void read(Field object, Heading heading, Gathered gathered) {
            heading.add(gathered, CiliumPolicyReader.read(object, heading));
        }
    },
    CILIUM_CLUSTERWIDE_POLICY(NativeKind.CILIUM, "CiliumClusterwideNetworkPolicy", false) {
        @Override
        void read(Field object, Heading heading, Gathered gathered) {
            heading.add(gathered, CiliumPolicyReader.read(object, heading));
        }
    },
    CALICO_SET(NativeKind.CALICO, "NetworkSet", true) {
        @Override
        void read(Field object, Heading heading, Gathered gathered) {
            CalicoTierReader.set(object, heading, gathered);
        }
    },
    CALICO_GLOBAL_SET(NativeKind.CALICO, "GlobalNetworkSet", false) {
        @Override
        void read(Field object, Heading heading, Gathered gathered) {
            CalicoTierReader.set(object, heading, gathered);
        }
    },
    CALICO_TIER(NativeKind.CALICO, "Tier", false) {
        @Override
        void read(Field object, Heading heading, Gathered gathered) {
            CalicoTierReader.tier(object, heading, gathered);
        }
    },
    BASELINE_ADMIN_NETWORK_POLICY("policy.networking.k8s.io/v1alpha1", "BaselineAdminNetworkPolicy", false) {
        @Override
        void read(Field object, Heading heading, Gathered gathered) {
            heading.add(gathered, AdminPolicyReader.baseline(object, heading.name(), heading.origin()));
        }
    };

    private static final String CALICO = "projectcalico.org/v3";
    private static final String CILIUM = "cilium.io/v2";

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

    /** Adds what an object says, with errors for what the API server or the plugin would refuse. */
    abstract void read(Field object, Heading heading, Gathered gathered);

    /**
     * What every object has.
     *
     * @param namespace empty if it is in none
     */
    record Heading(String kind, String namespace, String name, Origin origin, Findings findings, int errors) {

        /** Unless there was an error in it. */
        void add(Gathered gathered, NativePolicy policy) {
            add(gathered, List.of(surroundings -> policy));
        }

        void add(Gathered gathered, List<Unfinished> policies) {
            if (isRight()) {
                gathered.add(kind, namespace, name, policies, origin);
            }
        }

        boolean isRight() {
            return errors == findings.errors();
        }
    }
}
