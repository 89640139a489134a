package dev.knet.parse;

import dev.knet.grammar.KnetParser;
import dev.knet.source.SourceFile;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** A token that cannot stand where it was found: the rule that the parser was in, and what could have stood there. */
record Mistake(SourceFile file, TokenStream tokens, ParserRuleContext context, Token found, IntervalSet expected) {
    /** How a sentence goes on behind its first peers. */
    private static final IntervalSet SENTENCE = new IntervalSet(
            KnetParser.ALLOWS,
            KnetParser.ALLOW,
            KnetParser.REACHES,
            KnetParser.REACH,
            KnetParser.DENIES,
            KnetParser.DENY,
            KnetParser.COMMA,
            KnetParser.SLASH);

    /** Whether only the verb of a sentence, or more of the peers before it, could have stood there. */
    boolean wantsVerb() {
        return expected.contains(KnetParser.ALLOWS)
                && expected.subtract(SENTENCE).isNil();
    }

    /** What could have stood there; that a word in front might also be a name in a sentence counts only for itself. */
    IntervalSet likely() {
        IntervalSet others = expected.subtract(SENTENCE);
        return others.isNil() ? expected : others;
    }

    /** The word in front, on the same statement or not; the found one itself at the beginning of the file. */
    Token previous() {
        return before(found);
    }

    /** The first word of the statement. */
    Token first() {
        Token first = found;
        for (Token at = before(first); at != first && !separates(at); at = before(first)) {
            first = at;
        }
        return first;
    }

    /** The sign behind which the statement goes on from the line above, if this is at the beginning of a line. */
    @Nullable
    String continuation() {
        Token start = line(previous()) == line(found) ? previous() : found;
        Token sign = before(start);
        return StatementTokens.continues(sign.getType()) && line(sign) < line(start) ? sign.getText() : null;
    }

    private int line(Token token) {
        return file.position(Math.min(token.getStartIndex(), file.text().length()))
                .line();
    }

    /** The nearest rule that is a statement or property as a whole. */
    int statement() {
        ParserRuleContext at = context;
        while (!SyntaxErrors.STATEMENTS.contains(at.getRuleIndex()) && at.getParent() != null) {
            at = at.getParent();
        }
        return at.getRuleIndex();
    }

    private static boolean separates(Token token) {
        return token.getType() == KnetParser.END
                || token.getType() == KnetParser.OPEN_BRACE
                || token.getType() == KnetParser.CLOSE_BRACE;
    }

    Token before(Token token) {
        for (int i = token.getTokenIndex() - 1; i >= 0; i--) {
            if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
                return tokens.get(i);
            }
        }
        return token;
    }
}
