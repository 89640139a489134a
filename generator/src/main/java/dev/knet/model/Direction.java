package dev.knet.model;

import java.util.Locale;

/** The two sides of a connection at which a pod can be isolated. */
public enum Direction {
    INGRESS,
    EGRESS;

    /** `ingress` or `egress`. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
