package dev.knet.compile;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.NearMisses;
import dev.knet.diagnostic.Rule;
import dev.knet.diagnostic.Severity;
import dev.knet.resolve.ParsedFile;
import dev.knet.source.SourceFile;
import dev.knet.syntax.Allowance;
import dev.knet.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What authors have said that they mean: a comment `// knet:allow KNET0401 reason` silences that warning on the next line
 * that is no comment. A comment that silences nothing is told of in its turn, so that none outlives its reason.
 */
final class Allowed {
    private final Map<Allowance, Integer> lines = new HashMap<>();
    private final Set<Allowance> used = new HashSet<>();

    private Allowed() {}

    /** All diagnostics but the warnings that are meant. */
    static List<Diagnostic> without(List<ParsedFile> files, Collection<Diagnostic> diagnostics) {
        Allowed allowed = new Allowed();
        boolean areComplete = true;
        for (ParsedFile file : files) {
            Optional<SyntaxTree> tree = file.parsed().tree();
            areComplete &= tree.isPresent();
            if (tree.isPresent()) {
                for (Allowance allowance : tree.get().allowances()) {
                    allowed.lines.put(allowance, lineBelow(allowance));
                }
            }
        }
        List<Diagnostic> told = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.isError() || !allowed.silences(diagnostic)) {
                told.add(diagnostic);
            }
        }
        // After an error, checks may not have run whose warnings would be silenced.
        if (areComplete && told.stream().noneMatch(Diagnostic::isError)) {
            allowed.lines.keySet().forEach(allowance -> idle(allowance, allowed).ifPresent(told::add));
        }
        return told;
    }

    /** No line at all for a comment that does not stand by itself: which of two lines is meant would be a guess. */
    private static int lineBelow(Allowance allowance) {
        SourceFile file = allowance.span().file();
        String own = file.line(allowance.span().position().line());
        if (!isCommentOrBlank(own)) {
            return 0;
        }
        int last = file.position(file.text().length()).line();
        int line = allowance.span().position().line() + 1;
        while (line < last && isCommentOrBlank(file.line(line))) {
            line++;
        }
        return line;
    }

    private static boolean isCommentOrBlank(String line) {
        return line.isBlank() || line.stripLeading().startsWith("//");
    }

    private boolean silences(Diagnostic warning) {
        if (lines.isEmpty()) {
            return false;
        }
        int line = warning.span().position().line();
        boolean silent = false;
        for (Map.Entry<Allowance, Integer> entry : lines.entrySet()) {
            Allowance allowance = entry.getKey();
            if (entry.getValue() == line
                    && allowance.span().file() == warning.span().file()
                    && allowance.rule().equals(warning.rule().id())
                    && !allowance.reason().isEmpty()) {
                used.add(allowance);
                silent = true;
            }
        }
        return silent;
    }

    private static Optional<Diagnostic> idle(Allowance allowance, Allowed allowed) {
        if (allowed.used.contains(allowance)) {
            return Optional.empty();
        }
        Optional<Rule> rule = Arrays.stream(Rule.values())
                .filter(it -> it.id().equals(allowance.rule()))
                .findFirst();
        if (rule.isEmpty()) {
            List<String> ids = Arrays.stream(Rule.values())
                    .filter(it -> it.severity() == Severity.WARNING)
                    .map(Rule::id)
                    .toList();
            return warning(
                    allowance,
                    allowance.rule().isEmpty()
                            ? "this comment does not say which warning it silences"
                            : "there is no warning `" + allowance.rule() + "`",
                    NearMisses.help(allowance.rule().toUpperCase(Locale.ROOT), ids)
                            .orElse("write `// knet:allow`, the warning's id, and the reason"));
        }
        if (rule.get().severity() == Severity.ERROR) {
            return warning(
                    allowance,
                    "`" + allowance.rule() + "` is an error, which no comment silences",
                    "delete this comment");
        }
        return allowance.reason().isEmpty()
                ? warning(
                        allowance,
                        "this comment does not say why the warning is silenced",
                        "write the reason behind `" + allowance.rule() + "`")
                : warning(
                        allowance,
                        "there is no warning `" + allowance.rule() + "` on the next line",
                        "delete this comment, or put it right above the line of the warning");
    }

    private static Optional<Diagnostic> warning(Allowance allowance, String message, String help) {
        return Optional.of(
                Diagnostic.of(Rule.IDLE_ALLOWANCE, allowance.span(), message).withHelp(help));
    }
}
