package dev.knet.parse;

import dev.knet.grammar.KnetLexer;
import dev.knet.source.SourceFile;
import dev.knet.syntax.Allowance;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** Finds the comments that silence a warning. */
final class Allowances {
    private static final String MARK = "knet:allow";

    private Allowances() {}

    static List<Allowance> of(SourceFile file, CommonTokenStream tokens) {
        List<Allowance> allowances = new ArrayList<>();
        if (file.text().contains(MARK)) {
            for (Token token : tokens.getTokens()) {
                if (token.getType() == KnetLexer.LINE_COMMENT) {
                    String text = token.getText().substring(2).strip();
                    if (text.equals(MARK) || text.startsWith(MARK + " ")) {
                        allowances.add(allowance(
                                file, token, text.substring(MARK.length()).strip()));
                    }
                }
            }
        }
        return allowances;
    }

    private static Allowance allowance(SourceFile file, Token token, String text) {
        int blank = text.indexOf(' ');
        String rule = blank < 0 ? text : text.substring(0, blank);
        String reason = blank < 0 ? "" : text.substring(blank).strip();
        return new Allowance(rule, reason, Spans.of(file, token));
    }
}
