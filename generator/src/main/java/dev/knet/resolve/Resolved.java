package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.model.Topology;
import java.util.List;

/**
 * What became of a tree. With errors among the diagnostics, the topology lacks the parts that they are about, so that
 * checks can still speak about the rest; nothing may be generated from it then.
 */
public record Resolved(Topology topology, List<Diagnostic> diagnostics) {
    public Resolved {
        diagnostics = List.copyOf(diagnostics);
    }
}
