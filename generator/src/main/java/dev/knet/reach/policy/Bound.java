package dev.knet.reach.policy;

import dev.knet.reach.objects.NativePolicy.Action;

/** Which answer is given where policies do not say enough for one. */
public enum Bound {
    /** What may be let through is. */
    MOST,
    /** What may be refused is. */
    LEAST;

    /** Whether a rule is taken to be about all that it may be about. */
    boolean isWide(Action action) {
        return (action == Action.ALLOW) == (this == MOST);
    }

    /** Whether those are shut of whom it is not known. */
    boolean shutsWidely() {
        return this == LEAST;
    }
}
