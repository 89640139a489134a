package dev.knet.reach.policy;

import dev.knet.reach.objects.NativePolicy.Action;
import java.util.List;

/**
 * Policies that decide together: the first of their rules that fits. What fits none is refused to whom one of them isolates,
 * and left to the next tier for all others.
 *
 * @param name as texts call it
 * @param refusalsFirst whether rules that refuse come before all others, wherever they stand
 */
record Tier(String name, boolean refusalsFirst, List<Policed> policies) {
    Tier {
        policies = List.copyOf(policies);
    }

    /** The rules that are asked first, and those that are asked then. */
    List<List<Action>> rounds() {
        return refusalsFirst
                ? List.of(List.of(Action.DENY), List.of(Action.ALLOW, Action.PASS))
                : List.of(List.of(Action.ALLOW, Action.DENY, Action.PASS));
    }
}
