package dev.knet.patch;

import java.util.Map;

/**
 * What one `yaml` holds.
 *
 * @param text the value of the text block: its indentation stripped, its escapes undone, its parameters not replaced
 * @param positions where that text stands in its file
 * @param parameters what the parameters that it may name stand for
 */
public record Patch(String text, PatchPositions positions, Map<String, String> parameters) {
    public Patch {
        parameters = Map.copyOf(parameters);
    }
}
