package dev.knet.model;

import dev.knet.source.Embedded;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A piece of YAML to be merged into the object of a thing, with the values of the parameters that it may name. */
public record Patch(Embedded text, Map<String, String> parameters) {
    public Patch {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
