package dev.knet.prove;

import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.policy.Direction;
import dev.knet.reach.policy.Explanation;
import dev.knet.reach.space.PortSet;
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
        return names.isEmpty() ? "any policy" : "NetworkPolicy " + String.join(", ", names);
    }

    /** The rules of other kinds that decide some of these ports in this way. */
    static List<String> deciding(Explanation.Side side, NativePolicy.Action action, PortSet ports) {
        List<String> deciding = new ArrayList<>();
        for (Explanation.Judging judging : side.natives()) {
            for (Explanation.Ruling ruling : judging.rules()) {
                if (ruling.rule().action() == action && ruling.decided().overlaps(ports)) {
                    deciding.add(
                            name(judging.policy()) + ", `" + ruling.rule().path() + "`, " + action.words() + " it");
                }
            }
        }
        return deciding;
    }

    private static String name(NativePolicy policy) {
        String namespace = policy.namespace().isEmpty() ? "" : policy.namespace() + "/";
        return policy.kind().word() + " `" + namespace + policy.name() + "`";
    }

    /** The policies of other kinds that refuse some of these ports because they isolate. */
    static List<String> shutting(Explanation.Side side, PortSet ports) {
        List<String> shutting = new ArrayList<>();
        for (Explanation.Judging judging : side.natives()) {
            if (judging.shut().overlaps(ports)) {
                shutting.add(name(judging.policy()) + " isolates it");
            }
        }
        return shutting;
    }

    /** Counted from 0, as in {@code spec.ingress[0]}. */
    static String rule(PolicyObject policy, Direction direction, int rule) {
        return name(policy) + ", `spec." + direction.word() + "[" + rule + "]`,";
    }
}
