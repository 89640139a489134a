package dev.knet.parse;

import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Where tokens and rules stand in the file. */
final class Spans {
    private Spans() {}

    static Span of(SourceFile file, Token token) {
        int start = Math.min(token.getStartIndex(), file.text().length());
        return new Span(
                file,
                start,
                Math.max(start, Math.min(token.getStopIndex() + 1, file.text().length())));
    }

    static Span of(SourceFile file, ParserRuleContext context) {
        return new Span(
                file, context.getStart().getStartIndex(), context.getStop().getStopIndex() + 1);
    }
}
