package dev.knet.reach.policy;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.objects.PolicyObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The order in which the policies of a cluster decide. Every kind has its tier, and the tiers of all kinds are in one order:
 * those of ClusterNetworkPolicy are where Calico puts them, which is before and behind NetworkPolicy.
 */
final class Tiers {
    /** The tier of NetworkPolicy, as Calico calls it. */
    private static final String PORTABLE = "default";

    /** That of a NetworkPolicy inside its tier, where other kinds may be before and behind it. */
    private static final double PORTABLE_ORDER = 1_000;

    /** Calico gives them this in front of their names. */
    private static final String PORTABLE_NAME = "knp.default.";

    /** What two kinds call the same tier. */
    private static final Map<String, String> ALIASES = Map.of("Admin", "kube-admin", "Baseline", "kube-baseline");

    private final SortedMap<Place, List<Placed>> tiers = new TreeMap<>();

    /** A tier by its order, and by its name among those of one order. */
    private record Place(double order, String name) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparingDouble(Place::order)
                    .thenComparing(Place::name)
                    .compare(this, other);
        }
    }

    /** The same of a policy in its tier. */
    private record Placed(double order, String name, Policed policy) implements Comparable<Placed> {
        @Override
        public int compareTo(Placed other) {
            return Comparator.comparingDouble(Placed::order)
                    .thenComparing(Placed::name)
                    .compare(this, other);
        }
    }

    private Tiers() {}

    static List<Tier> of(ClusterObjects objects) {
        return objects.natives().isEmpty() ? List.of(portable(objects.policies())) : new Tiers().all(objects);
    }

    /** Of NetworkPolicy alone. */
    static Tier portable(List<PolicyObject> policies) {
        List<Policed> all = new ArrayList<>(policies.size());
        policies.forEach(it -> all.add(new Policed.Portable(it)));
        return new Tier(PORTABLE, false, all);
    }

    private List<Tier> all(ClusterObjects objects) {
        for (PolicyObject policy : objects.policies()) {
            add(
                    new Place(NativePolicy.PORTABLE_TIER, PORTABLE),
                    new Placed(PORTABLE_ORDER, PORTABLE_NAME + policy.name(), new Policed.Portable(policy)));
        }
        for (NativePolicy policy : objects.natives()) {
            String name = ALIASES.getOrDefault(policy.tier(), policy.tier());
            add(
                    new Place(policy.tierOrder(), name),
                    new Placed(policy.order(), policy.name(), new Policed.Native(policy)));
        }
        boolean isCilium = objects.natives().stream().anyMatch(it -> it.kind().isOfCilium());
        List<Tier> all = new ArrayList<>();
        tiers.forEach((place, policies) -> {
            Collections.sort(policies);
            boolean refusalsFirst = isCilium && place.order == NativePolicy.PORTABLE_TIER;
            all.add(new Tier(
                    place.name,
                    refusalsFirst,
                    policies.stream().map(Placed::policy).toList()));
        });
        return all;
    }

    private void add(Place place, Placed policy) {
        tiers.computeIfAbsent(place, none -> new ArrayList<>()).add(policy);
    }
}
