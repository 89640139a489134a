package dev.knet.query;

import dev.knet.diagnostic.NearMisses;
import dev.knet.reach.End;
import dev.knet.reach.Reachability;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is looked at beside the workloads.
 *
 * @param ipv6 addresses of version 6, even if no policy speaks of any
 * @param strangers pods that are in no manifest, but that policies speak of
 */
public record Scope(boolean ipv6, boolean strangers) {
    Reachability.Options options() {
        return new Reachability.Options(ipv6, strangers, List.of());
    }

    /** To be put behind a message that there is nobody of a name. */
    static Optional<String> nearMiss(String asked, List<End> ends) {
        Set<String> names = new TreeSet<>();
        for (End end : ends) {
            if (end instanceof End.Workload workload) {
                names.add(asked.contains("/") ? workload.qualifiedName() : workload.name());
            }
        }
        return NearMisses.help(asked, names).map(help -> "; " + help);
    }
}
