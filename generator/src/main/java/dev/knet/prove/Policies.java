package dev.knet.prove;

import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.policy.Direction;
import dev.knet.reach.policy.Explanation;
import java.util.ArrayList;
import java.util.List;

/** Policies as a message calls them. */
final class Policies {
    private Policies() {}

    static String name(PolicyObject policy) {
        return "NetworkPolicy `" + policy.namespace() + "/" + policy.name() + "`";
    }

    /** All of them, in a few words. */
    static String names(List<Explanation.Selecting> policies) {
        List<String> names = new ArrayList<>();
        policies.forEach(it ->
                names.add("`" + it.policy().namespace() + "/" + it.policy().name() + "`"));
        return "NetworkPolicy " + String.join(", ", names);
    }

    /** Counted from 0, as in {@code spec.ingress[0]}. */
    static String rule(PolicyObject policy, Direction direction, int rule) {
        return name(policy) + ", `spec." + direction.word() + "[" + rule + "]`,";
    }
}
