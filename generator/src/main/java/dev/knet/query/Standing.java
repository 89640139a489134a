package dev.knet.query;

import dev.knet.compile.CompileResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** How a topology stands in an environment, or outside of all: for the line that a build prints about it. */
public record Standing(String topology, Optional<String> environment, int expectations) {

    /** Of all topologies of a build without errors, in all environments: so all that they expect is so. */
    public static List<Standing> of(CompileResult result) {
        TreeSet<String> topologies = new TreeSet<>();
        result.topologies().forEach(summary -> topologies.add(summary.name()));
        List<Standing> standings = new ArrayList<>();
        for (String topology : topologies) {
            for (CompileResult.Cluster cluster : result.clusters()) {
                long expectations = cluster.expectations().stream()
                        .filter(it -> it.topology().equals(topology))
                        .count();
                standings.add(new Standing(topology, cluster.environment(), (int) expectations));
            }
        }
        return standings;
    }
}
