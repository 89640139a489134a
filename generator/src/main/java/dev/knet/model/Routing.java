package dev.knet.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How a service leads to its pods, as far as a file says; what is absent is up to Kubernetes. */
public record Routing(
        Optional<Affinity> affinity,
        Optional<Reach> external,
        Optional<Reach> internal,
        Optional<Families> families,
        boolean publishNotReady,
        @Nullable String loadBalancerClass) {
    public static final Routing USUAL =
            new Routing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, null);

    /** Whether a node leads what comes from outside to pods of its own only, and so keeps the caller's address. */
    public boolean isLocalForOutsiders() {
        return external.filter(reach -> reach == Reach.LOCAL).isPresent();
    }

    /** A client stays with a pod, for so many seconds. */
    public record Affinity(OptionalInt seconds) {}

    /** To which pods a node leads traffic on. */
    public enum Reach {
        CLUSTER,
        LOCAL
    }

    /** Versions of IP, 4 and 6, the first of which is that of its first address; preferred ones may be missing. */
    public record Families(boolean preferred, List<Integer> versions) {
        public Families {
            versions = List.copyOf(versions);
        }
    }
}
