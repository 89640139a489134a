package dev.knet.parse;

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
        Spacing spacing = new Spacing();
        for (int i = context.getStart().getTokenIndex(); i <= context.getStop().getTokenIndex(); i++) {
            Token token = tokens.get(i);
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                boolean isApart = spacing.isApart(token) && text.length() > 0;
                text.append(isApart ? " " : "").append(token.getText());
            }
        }
        return text.toString();
    }
}
