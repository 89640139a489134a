package dev.knet.patch;

import dev.knet.source.Embedded;
import java.util.Map;

/**
 * What one `yaml` holds: its text, in which parameters stand as they are written, `${name}`, and what the parameters that
 * it may name stand for.
 */
public record Patch(Embedded text, Map<String, String> parameters) {
    public Patch {
        parameters = Map.copyOf(parameters);
    }
}
