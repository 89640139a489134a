package dev.knet.reach.policy;

/**
 * Rules of a tier that are asked at once, since they do the same and stand one after the other.
 *
 * @param number those of a lower one are asked first, in all tiers
 * @param tier its tier, counted from 0
 */
record Step(int number, int tier, Effect effect) {

    /** What they do with what they speak of and nobody before them did. */
    enum Effect {
        ALLOW,
        DENY,
        PASS,
        /** Passed on or left to the tier's other rules, whichever lets through. */
        PASS_PERHAPS
    }
}
