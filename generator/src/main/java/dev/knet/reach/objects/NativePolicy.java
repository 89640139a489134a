package dev.knet.reach.objects;

import java.util.List;
import java.util.Optional;

/**
 * A policy of another kind than NetworkPolicy with its defaults filled in: where in the order of policies it stands, whom
 * it selects, and its rules, of which the first that fits decides unless its kind has it otherwise.
 *
 * @param namespace empty if it is of the whole cluster
 * @param tier the name of the tier that it is in
 * @param tierOrder those of a lower one are asked first, and of the same one by their names
 * @param order those of a lower one are asked first, and of the same one by their names
 */
public record NativePolicy(
        Kind kind,
        String namespace,
        String name,
        String tier,
        double tierOrder,
        double order,
        Who subjects,
        Optional<Side> ingress,
        Optional<Side> egress,
        Origin origin) {
    /** The places of tiers that are in every cluster, as Calico counts them. */
    public static final double ADMIN_TIER = 1_000;

    /** That of NetworkPolicy. */
    public static final double PORTABLE_TIER = 1_000_000;

    public static final double BASELINE_TIER = 10_000_000;

    /** What it is, by the name of its kind. */
    public enum Kind {
        CLUSTER_NETWORK_POLICY("ClusterNetworkPolicy"),
        ADMIN_NETWORK_POLICY("AdminNetworkPolicy"),
        BASELINE_ADMIN_NETWORK_POLICY("BaselineAdminNetworkPolicy"),
        CALICO_POLICY("NetworkPolicy of Calico"),
        CALICO_GLOBAL_POLICY("GlobalNetworkPolicy"),
        CILIUM_POLICY("CiliumNetworkPolicy"),
        CILIUM_CLUSTERWIDE_POLICY("CiliumClusterwideNetworkPolicy");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Whether only Calico enforces it. */
        public boolean isOfCalico() {
            return this == CALICO_POLICY || this == CALICO_GLOBAL_POLICY;
        }

        /** Whether only Cilium enforces it: whatever refuses then comes before what allows, in the tier of NetworkPolicy. */
        public boolean isOfCilium() {
            return this == CILIUM_POLICY || this == CILIUM_CLUSTERWIDE_POLICY;
        }

        /** Kubernetes' word. */
        public String word() {
            return word;
        }
    }

    /**
     * What it says of one direction.
     *
     * @param isolates whether whom it selects is shut in its tier to what none of the tier's rules speak of
     */
    public record Side(List<Rule> rules, boolean isolates) {
        public Side {
            rules = List.copyOf(rules);
        }
    }

    /** What becomes of what a rule speaks of. */
    public enum Action {
        ALLOW("lets through"),
        DENY("refuses"),
        /** The next tier decides. */
        PASS("passes on");

        private final String words;

        Action(String words) {
            this.words = words;
        }

        /** As a text tells it of a rule. */
        public String words() {
            return words;
        }
    }

    /**
     * One rule: of connections between these peers and those of the selected pods that it is about, on these ports.
     *
     * @param path where it stands, as {@code spec.ingress[0]}
     * @param ports none at all are all of every protocol
     * @param isCertain whether it is about all of what is on these ports; else about some, and it is not known which
     */
    public record Rule(
            String path, Action action, Who own, Who peers, List<PolicyObject.Port> ports, boolean isCertain) {
        public Rule {
            ports = List.copyOf(ports);
        }
    }

    /** As messages call it: {@code ClusterNetworkPolicy fence}. */
    public String title() {
        return kind.word + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
    }
}
