package dev.knet.parse;

import dev.knet.grammar.KnetParser;
import dev.knet.source.SourceFile;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;

/** A token that cannot stand where it was found: the rule that the parser was in, and what could have stood there. */
record Mistake(SourceFile file, TokenStream tokens, ParserRuleContext context, Token found, IntervalSet expected) {
    /** How a sentence goes on behind its first peers. */
    private static final Set<Integer> VERBS =
            Set.of(KnetParser.ALLOWS, KnetParser.ALLOW, KnetParser.REACHES, KnetParser.REACH);

    /** Whether only the verb of a sentence, or more of the peers before it, could have stood there. */
    boolean wantsVerb() {
        return expected.contains(KnetParser.ALLOWS) && !expected.contains(KnetParser.NAME) && others().isNil();
    }

    /** What could have stood there without what a name may be followed by in a sentence. */
    IntervalSet others() {
        IntervalSet others = new IntervalSet(expected);
        for (int verb : VERBS) {
            others.remove(verb);
        }
        others.remove(KnetParser.COMMA);
        others.remove(KnetParser.SLASH);
        return others;
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
