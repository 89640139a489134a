package dev.knet.prove;

import dev.knet.diagnostic.Diagnostic;
import java.util.List;

/**
 * How far what is built is from a lock.
 *
 * @param wider what is possible and not locked, told where it comes from
 * @param narrower how many connections are locked and not possible
 */
public record Drift(List<Diagnostic> wider, int narrower) {
    public Drift {
        wider = List.copyOf(wider);
    }
}
