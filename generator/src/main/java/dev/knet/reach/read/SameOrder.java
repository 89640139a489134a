package dev.knet.reach.read;

import dev.knet.reach.objects.NativePolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds policies of one tier with the same priority: which of them is asked first, is for the plugin to choose. */
final class SameOrder {
    private SameOrder() {}

    static void findIn(List<NativePolicy> policies, Findings findings) {
        Map<List<Object>, NativePolicy> first = new HashMap<>();
        for (NativePolicy policy : policies) {
            if (!ClusterPolicyReader.isTier(policy.tier())) {
                continue;
            }
            NativePolicy other = first.putIfAbsent(List.of(policy.tier(), policy.order()), policy);
            if (other != null) {
                findings.warning(
                        policy.origin(),
                        title(policy) + " has the same priority as " + title(other)
                                + ": where both select a pod, the plugin chooses which is asked first; here, it goes by their names");
            }
        }
    }

    private static String title(NativePolicy policy) {
        return Gathered.title(policy.kind().word(), policy.namespace(), policy.name());
    }
}
