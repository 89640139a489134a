package dev.knet.patch;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.source.Embedded;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a patch. */
final class Problems {
    private static final int LONGEST_QUOTATION = 60;

    private final Embedded text;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    Problems(Embedded text) {
        this.text = text;
    }

    void add(Rule rule, YamlNode place, String message, String help) {
        add(rule, place.start(), place.end(), message, help);
    }

    void add(Rule rule, int start, int end, String message, String help) {
        diagnostics.add(Diagnostic.of(rule, text.span(start, end), message).withHelp(help));
    }

    boolean isEmpty() {
        return diagnostics.isEmpty();
    }

    List<Diagnostic> inOrder() {
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        all.sort(Diagnostic.IN_ORDER);
        return all;
    }

    /** The user's own words, or the beginning of them. */
    static String quoted(String text) {
        return "`" + shortened(text) + "`";
    }

    static String shortened(String text) {
        return text.length() > LONGEST_QUOTATION ? text.substring(0, LONGEST_QUOTATION) + "…" : text;
    }
}
