package dev.knet.model;

/** Why what is left of a permission cannot be written exactly. */
public enum Obstacle {
    /** Everyone but some pods: a rule for addresses may let these in, too. */
    EVERYONE_BUT_PODS,
    /** Addresses at an end from which pods are kept: some network plugins match pods by their address. */
    ADDRESSES_OF_PODS,
    /** Any port but some: no rule can name the protocols that have none. */
    ANY_PORT_BUT_SOME,
    /** A port by its name and one by its number: whether they are the same differs from pod to pod. */
    UNKNOWN_PORT,
    /** A namespace whose labels are not all known, selected by its labels. */
    UNKNOWN_NAMESPACE,
    /** Namespaces but the one that has no name here. */
    NAMELESS_NAMESPACE,
    /** It would take too many rules: each of several labels of a denial leaves a rule of its own, and so on for the next. */
    TOO_MANY
}
