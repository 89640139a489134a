package dev.knet.parse;

import dev.knet.grammar.KnetLexer;
import dev.knet.source.SourceFile;
import dev.knet.syntax.Allowance;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** Finds the comments that silence a warning. */
final class Allowances {
    private static final String MARK = "knet:";
    private static final Pattern COMMENT = Pattern.compile("//\\s*knet:\\s*allow(?![\\w-])(.*)");

    private Allowances() {}

    static List<Allowance> of(SourceFile file, CommonTokenStream tokens) {
        List<Allowance> allowances = new ArrayList<>();
        if (file.text().contains(MARK)) {
            for (Token token : tokens.getTokens()) {
                if (token.getType() == KnetLexer.LINE_COMMENT) {
                    Matcher comment = COMMENT.matcher(token.getText());
                    if (comment.matches()) {
                        allowances.add(allowance(file, token, comment.group(1).strip()));
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
