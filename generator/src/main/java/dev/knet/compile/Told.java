package dev.knet.compile;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** All that is to be told, each once: what is wrong only in some environments says in which. */
final class Told {
    /** Stands for the files as they are, which is no name of an environment. */
    private static final String OUTSIDE = "";

    /** What is used in any environment is used. */
    private static final Set<Rule> OF_USE = Set.of(Rule.UNUSED_PARAMETER, Rule.UNUSED_LIST);

    private final Set<Diagnostic> always = new LinkedHashSet<>();
    private final Map<Diagnostic, SortedSet<String>> environments = new LinkedHashMap<>();
    private final SortedSet<String> all = new TreeSet<>();

    /** Of the files themselves, whatever the environment. */
    void add(Collection<Diagnostic> diagnostics) {
        always.addAll(diagnostics);
    }

    /** Of the files in this environment, or as they are. */
    void add(Collection<Diagnostic> diagnostics, Optional<String> environment) {
        all.add(environment.orElse(OUTSIDE));
        for (Diagnostic diagnostic : diagnostics) {
            environments.computeIfAbsent(diagnostic, none -> new TreeSet<>()).add(environment.orElse(OUTSIDE));
        }
    }

    boolean hasErrors() {
        return always.stream().anyMatch(Diagnostic::isError)
                || environments.keySet().stream().anyMatch(Diagnostic::isError);
    }

    List<Diagnostic> all() {
        List<Diagnostic> told = new ArrayList<>(always);
        environments.forEach((diagnostic, where) -> {
            if (OF_USE.contains(diagnostic.rule()) && !where.equals(all)) {
                return;
            }
            boolean isEverywhere = where.contains(OUTSIDE) || where.equals(all);
            told.add(isEverywhere ? diagnostic : diagnostic.in(List.copyOf(where)));
        });
        return told;
    }
}
