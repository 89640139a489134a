package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while resolving. */
final class Problems {
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    void add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    void add(Rule rule, Span span, String message, String help) {
        add(Diagnostic.of(rule, span, message).withHelp(help));
    }

    List<Diagnostic> all() {
        return diagnostics;
    }
}
