package dev.knet.compile;

import dev.knet.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** All that is to be told, each once: what is wrong only in some environments says in which. */
final class Told {
    /** Stands for the files as they are, which is no name of an environment. */
    private static final String OUTSIDE = "";

    private final Map<Diagnostic, SortedSet<String>> environments = new LinkedHashMap<>();
    private final SortedSet<String> all = new TreeSet<>();

    /** Of the files themselves, whatever the environment. */
    void add(Collection<Diagnostic> diagnostics) {
        diagnostics.forEach(diagnostic -> environments.put(diagnostic, new TreeSet<>(List.of(OUTSIDE))));
    }

    /** Of the files in this environment, or as they are. */
    void add(Collection<Diagnostic> diagnostics, Optional<String> environment) {
        all.add(environment.orElse(OUTSIDE));
        for (Diagnostic diagnostic : diagnostics) {
            environments.computeIfAbsent(diagnostic, none -> new TreeSet<>()).add(environment.orElse(OUTSIDE));
        }
    }

    boolean hasErrors() {
        return environments.keySet().stream().anyMatch(Diagnostic::isError);
    }

    List<Diagnostic> all() {
        List<Diagnostic> told = new ArrayList<>();
        environments.forEach((diagnostic, where) -> {
            boolean isEverywhere = where.contains(OUTSIDE) || where.equals(all);
            told.add(isEverywhere ? diagnostic : diagnostic.in(List.copyOf(where)));
        });
        return told;
    }
}
