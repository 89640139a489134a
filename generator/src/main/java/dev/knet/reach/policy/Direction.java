package dev.knet.reach.policy;

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
}
