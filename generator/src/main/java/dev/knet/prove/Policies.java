package dev.knet.prove;

import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.policy.Direction;

/** Policies as a message calls them. */
final class Policies {
    private Policies() {}

    static String name(PolicyObject policy) {
        return "NetworkPolicy `" + policy.namespace() + "/" + policy.name() + "`";
    }

    /** Counted from 0, as in {@code spec.ingress[0]}. */
    static String rule(PolicyObject policy, Direction direction, int rule) {
        return name(policy) + ", `spec." + direction.word() + "[" + rule + "]`,";
    }
}
