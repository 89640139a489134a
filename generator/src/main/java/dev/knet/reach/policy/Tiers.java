package dev.knet.reach.policy;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.objects.PolicyObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The order in which the policies of a cluster decide, by the kinds that are there: with ClusterNetworkPolicy, its tiers
 * are before and behind NetworkPolicy.
 */
final class Tiers {
    /** The tiers of ClusterNetworkPolicy. */
    private static final String ADMIN = "Admin";

    private static final String BASELINE = "Baseline";
    private static final String PORTABLE = "NetworkPolicy";

    private static final Comparator<NativePolicy> IN_ORDER =
            Comparator.comparingDouble(NativePolicy::order).thenComparing(NativePolicy::name);

    private Tiers() {}

    static List<Tier> of(ClusterObjects objects) {
        List<Tier> tiers = new ArrayList<>();
        of(ADMIN, objects.natives()).ifPresent(tiers::add);
        tiers.add(portable(objects.policies()));
        of(BASELINE, objects.natives()).ifPresent(tiers::add);
        return tiers;
    }

    /** Of NetworkPolicy alone. */
    static Tier portable(List<PolicyObject> policies) {
        List<Policed> all = new ArrayList<>(policies.size());
        policies.forEach(it -> all.add(new Policed.Portable(it)));
        return new Tier(PORTABLE, false, all);
    }

    private static Optional<Tier> of(String name, List<NativePolicy> natives) {
        List<Policed> all = new ArrayList<>();
        natives.stream()
                .filter(it -> it.tier().equals(name))
                .sorted(IN_ORDER)
                .forEach(it -> all.add(new Policed.Native(it)));
        return all.isEmpty() ? Optional.empty() : Optional.of(new Tier(name, false, all));
    }
}
