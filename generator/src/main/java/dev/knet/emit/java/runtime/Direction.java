package dev.knet.emit.java.runtime;

import javax.annotation.processing.Generated;

/** Which side of a connection a policy is about: that of its target or that of its source. */
@Generated("knet")
enum Direction {
    INGRESS("Ingress"),
    EGRESS("Egress");

    private final String policyType;

    Direction(String policyType) {
        this.policyType = policyType;
    }

    /** As Kubernetes writes it. */
    String policyType() {
        return policyType;
    }
}
