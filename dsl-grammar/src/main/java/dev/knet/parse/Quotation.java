package dev.knet.parse;

import dev.knet.grammar.KnetParser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * A statement as others quote it: its words on one line, in one spacing whatever the file's, and without comments. A
 * comment in a quotation could make a reader take a part of the statement for switched off.
 */
final class Quotation {
    private Quotation() {}

    static String of(TokenStream tokens, ParserRuleContext context) {
        StringBuilder text = new StringBuilder();
        int last = KnetParser.OPEN_PAREN;
        for (int i = context.getStart().getTokenIndex(); i <= context.getStop().getTokenIndex(); i++) {
            Token token = tokens.get(i);
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                text.append(areApart(last, token.getType()) ? " " : "").append(token.getText());
                last = token.getType();
            }
        }
        return text.toString();
    }

    private static boolean areApart(int last, int next) {
        return switch (next) {
            case KnetParser.COMMA, KnetParser.CLOSE_PAREN -> false;
            case KnetParser.OPEN_PAREN -> last != KnetParser.PODS && last != KnetParser.NAMESPACE;
            default -> !opens(last) && !joins(last) && !joins(next);
        };
    }

    private static boolean opens(int type) {
        return switch (type) {
            case KnetParser.OPEN_PAREN, KnetParser.NOT, KnetParser.DOT_SLASH -> true;
            default -> false;
        };
    }

    private static boolean joins(int type) {
        return switch (type) {
            case KnetParser.SLASH, KnetParser.EQUALS, KnetParser.DOUBLE_EQUALS, KnetParser.NOT_EQUALS -> true;
            default -> false;
        };
    }
}
