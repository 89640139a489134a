package dev.knet.prove;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.reach.Change;
import java.util.List;

/**
 * How far what is built is from a lock.
 *
 * @param wider what is possible and not locked, told where it comes from
 * @param narrower what is locked and not possible
 */
public record Drift(List<Diagnostic> wider, List<Change> narrower) {
    public Drift {
        wider = List.copyOf(wider);
        narrower = List.copyOf(narrower);
    }
}
