package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.model.Topology;
import java.util.List;

/**
 * What became of files. With errors among the diagnostics, a topology lacks the parts that they are about, so that
 * checks can still speak about the rest; nothing may be generated from it then.
 */
public record Resolved(List<Unit> units, List<Diagnostic> diagnostics) {

    /** A topology and the paths of the files that it is made of, sorted. */
    public record Unit(Topology topology, List<String> files) {
        public Unit {
            files = List.copyOf(files);
        }
    }

    public Resolved {
        units = List.copyOf(units);
        diagnostics = List.copyOf(diagnostics);
    }
}
