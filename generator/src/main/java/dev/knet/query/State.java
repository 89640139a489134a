package dev.knet.query;

import dev.knet.compile.CompileResult;
import dev.knet.diagnostic.Rule;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** One side of a comparison: the files as they are, and the clusters of all environments that they declare. */
public final class State {
    private final Subject plain;
    private final SortedMap<String, Subject> environments;
    private final Kind kind;

    /** Where it comes from. */
    private enum Kind {
        SOURCES,
        MANIFESTS,
        NOTHING
    }

    private State(Subject plain, SortedMap<String, Subject> environments, Kind kind) {
        this.plain = plain;
        this.environments = environments;
        this.kind = kind;
    }

    /** What sources become that were compiled as they are, and so for all environments; none if there are errors in them. */
    public static Optional<State> of(CompileResult result) {
        return Subject.of(result, Optional.empty()).map(plain -> new State(plain, environments(result), Kind.SOURCES));
    }

    /** What they become in an environment that the build asks for, and nothing else. */
    public static Optional<State> of(CompileResult result, String environment) {
        return Subject.of(result, Optional.of(environment))
                .map(subject -> new State(subject, environments(result), Kind.SOURCES));
    }

    private static SortedMap<String, Subject> environments(CompileResult result) {
        SortedMap<String, Subject> environments = new TreeMap<>();
        for (CompileResult.Cluster cluster : result.clusters()) {
            cluster.environment().ifPresent(name -> environments.put(name, Subject.of(cluster)));
        }
        return environments;
    }

    /** Manifests of anybody, which are one cluster. */
    public static State of(Subject manifests) {
        return new State(manifests, new TreeMap<>(), Kind.MANIFESTS);
    }

    /** No files at all. */
    public static State ofNothing() {
        return new State(Subject.NOTHING, new TreeMap<>(), Kind.NOTHING);
    }

    /** Whether sources have not got an environment that the build asks for. */
    public static boolean lacksEnvironment(CompileResult result) {
        return result.diagnostics().stream().anyMatch(it -> it.rule() == Rule.UNKNOWN_ENVIRONMENT);
    }

    /** Whether these are manifests: one cluster, whatever environments the other side has. */
    public boolean isOneCluster() {
        return kind == Kind.MANIFESTS;
    }

    public boolean has(String environment) {
        return environments.containsKey(environment);
    }

    /** The environments that either has. */
    public static Set<String> environments(State one, State other) {
        Set<String> names = new TreeSet<>(one.environments.keySet());
        names.addAll(other.environments.keySet());
        return names;
    }

    Subject plain() {
        return plain;
    }

    /** What it is in an environment; as it is without any if it has none of that name. */
    Subject in(String environment) {
        return environments.getOrDefault(environment, plain);
    }

    /** Whether it could have such an environment, but does not. */
    boolean lacks(String environment) {
        return kind == Kind.SOURCES && !has(environment);
    }
}
