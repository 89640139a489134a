package dev.knet.reach.policy;

import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.space.PortSet;
import java.util.List;

/** Why two ends can connect, or cannot: what the policies say on both sides, and all their rules. */
public record Explanation(Side egress, Side ingress) {

    /** On what they can connect. */
    public PortSet open() {
        return egress.open().and(ingress.open());
    }

    /** The policies that isolate an end in one direction; if there are none, all is open. */
    public record Side(Direction direction, List<Selecting> policies) {
        public Side {
            policies = List.copyOf(policies);
        }

        public boolean isIsolated() {
            return !policies.isEmpty();
        }

        public PortSet open() {
            PortSet open = isIsolated() ? PortSet.NONE : PortSet.ALL;
            for (Selecting policy : policies) {
                for (Verdict verdict : policy.rules) {
                    open = verdict.isAboutPeer ? open.or(verdict.ports) : open;
                }
            }
            return open;
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
}
