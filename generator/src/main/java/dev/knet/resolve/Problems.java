package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.source.Span;
import dev.knet.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong while resolving. */
final class Problems {
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    void add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    void add(Rule rule, Span span, String message, String help) {
        add(Diagnostic.of(rule, span, message).withHelp(help));
    }

    /** Of what can be said once: it is said again. */
    void twice(Node again, Node first, String what) {
        add(Diagnostic.of(Rule.GIVEN_TWICE, again.span(), what + " is given twice")
                .withLabel(first.span(), "first here")
                .withHelp("delete one of them"));
    }

    /** The first of what may be said once; the others are errors. */
    <N extends Node> @Nullable N onlyOne(List<N> nodes, String what) {
        for (N again : nodes.subList(Math.min(1, nodes.size()), nodes.size())) {
            twice(again, nodes.get(0), "`" + what + "`");
        }
        return nodes.isEmpty() ? null : nodes.get(0);
    }

    List<Diagnostic> all() {
        return diagnostics;
    }
}
