package dev.knet.parse;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a file: the first hundred problems that were found, and that there are more. */
final class Problems {
    private static final int MOST = 100;

    private final List<Diagnostic> first = new ArrayList<>();
    private @Nullable Diagnostic more;

    void add(Diagnostic problem) {
        if (first.size() < MOST) {
            first.add(problem);
        } else if (more == null) {
            more = Diagnostic.of(
                    Rule.TOO_MANY,
                    problem.span(),
                    "there are more than " + MOST + " syntax errors; the rest is not read");
        }
    }

    /** Where a text goes wrong, blocks do too, wherever they began. */
    void forgetSyntaxBehind(int offset) {
        first.removeIf(problem -> problem.rule() == Rule.UNCLOSED_BLOCK
                || problem.rule() == Rule.SYNTAX && problem.span().start() > offset);
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    boolean areTooMany() {
        return more != null;
    }

    /** In the order of the text, but what a missing end swallowed is known only at the end of the file. */
    List<Diagnostic> inOrder() {
        List<Diagnostic> all = new ArrayList<>(first);
        all.sort(Diagnostic.IN_ORDER);
        if (more != null) {
            all.add(more);
        }
        return all;
    }
}
