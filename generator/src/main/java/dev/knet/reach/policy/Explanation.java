package dev.knet.reach.policy;

import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.space.PortSet;
import java.util.List;

/** Why two ends can connect, or cannot: what the policies say on both sides, and all their rules. */
public record Explanation(Side egress, Side ingress) {

    /** On what they can connect. */
    public PortSet open() {
        return egress.open().and(ingress.open());
    }

    /**
     * What one direction lets through.
     *
     * @param policies the NetworkPolicies that isolate an end
     * @param natives the policies of other kinds that select it, in the order in which they are asked
     * @param open what all of them together let through; all if there are none
     */
    public record Side(Direction direction, List<Selecting> policies, List<Judging> natives, PortSet open) {
        public Side {
            policies = List.copyOf(policies);
            natives = List.copyOf(natives);
        }

        /** Whether some policy decides what is open. */
        public boolean isIsolated() {
            return !policies.isEmpty() || !natives.isEmpty();
        }
    }

    /** A policy that selects the end, and what each of its rules in the direction says, in their order. */
    public record Selecting(PolicyObject policy, List<Verdict> rules) {
        public Selecting {
            rules = List.copyOf(rules);
        }
    }

    /** Whether a rule is about the other end, and which ports it opens then. */
    public record Verdict(boolean isAboutPeer, PortSet ports) {}

    /**
     * A policy of another kind that selects the end, and what its rules about the other end say, in their order.
     *
     * @param shut what its tier refuses in the end because it isolates the end
     */
    public record Judging(NativePolicy policy, List<Ruling> rules, PortSet shut) {
        public Judging {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A rule about both ends.
     *
     * @param ports what it speaks of
     * @param decided what of it no other rule had decided before
     */
    public record Ruling(NativePolicy.Rule rule, PortSet ports, PortSet decided) {}
}
