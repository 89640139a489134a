package dev.knet.testing.semantics;

import dev.knet.testing.Lowered;
import java.util.Optional;

/** Random topologies without errors. */
public final class RandomTopologies {
    private RandomTopologies() {}

    /** The same for the same seed; none if too little is left of it without what is wrong in it. */
    public static Optional<Lowered> of(long seed) {
        return Candidate.repaired(RandomTopology.of(seed)).map(Candidate::lowered);
    }
}
