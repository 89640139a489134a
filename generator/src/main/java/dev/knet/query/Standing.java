package dev.knet.query;

import dev.knet.compile.CompileResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a topology stands in an environment, or outside of all: for the line that a build prints about it. */
public record Standing(String topology, Optional<String> environment, int expectations, boolean locked) {

    /** Of all topologies of a build without errors, in all environments: so all that they expect is so. */
    public static List<Standing> of(CompileResult result) {
        SortedMap<String, Boolean> locked = new TreeMap<>();
        result.topologies().forEach(summary -> locked.put(summary.name(), summary.locked()));
        List<Standing> standings = new ArrayList<>();
        locked.forEach((topology, isLocked) -> {
            for (CompileResult.Cluster cluster : result.clusters()) {
                long expectations = cluster.expectations().stream()
                        .filter(it -> it.topology().equals(topology))
                        .count();
                standings.add(new Standing(topology, cluster.environment(), (int) expectations, isLocked));
            }
        });
        return standings;
    }
}
