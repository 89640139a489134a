package dev.knet.model;

import java.util.List;

/**
 * The environment of a container in the order of the file, for Kubernetes lets a value name the variables before it:
 * single variables, and objects of which each key is one.
 */
public record Environment(List<EnvVar> variables, List<EnvSource> sources) {
    public static final Environment EMPTY = new Environment(List.of(), List.of());

    public Environment {
        variables = List.copyOf(variables);
        sources = List.copyOf(sources);
    }

    public boolean isEmpty() {
        return variables.isEmpty() && sources.isEmpty();
    }
}
