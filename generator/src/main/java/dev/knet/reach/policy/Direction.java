package dev.knet.reach.policy;

import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.objects.PolicyObject;
import java.util.List;
import java.util.Optional;

/** Which side of a connection a policy is about. */
public enum Direction {
    EGRESS("egress"),
    INGRESS("ingress");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    /** As the policy's field is called. */
    public String word() {
        return word;
    }

    /** The rules of a policy; empty if it does not isolate in this direction. */
    Optional<List<PolicyObject.Rule>> rules(PolicyObject policy) {
        return this == INGRESS ? policy.ingress() : policy.egress();
    }

    /** What a policy says of this direction. */
    Optional<NativePolicy.Side> side(NativePolicy policy) {
        return this == INGRESS ? policy.ingress() : policy.egress();
    }
}
