package dev.knet.parse;

import dev.knet.grammar.KnetLexer;
import org.antlr.v4.runtime.Token;

/**
 * Where blanks stand between the words of a statement: the one table, for the layout of files and for quotations. It is
 * shown the words in their order, and the ENDs between statements.
 */
final class Spacing {
    private int last = KnetLexer.END;
    private int parentheses;
    /** In lists of pairs, `a=b`; elsewhere what is behind an `=` is given to what is before it, `a = b`. */
    private boolean pairs;

    /** Whether there is a blank between this word and the one before it. */
    boolean isApart(Token next) {
        int type = next.getType();
        if (last == KnetLexer.END || last == KnetLexer.OPEN_BRACE) {
            pairs = beginsPairs(next.getText());
        }
        boolean isApart = areApart(type);
        parentheses += opens(type) ? 1 : type == KnetLexer.CLOSE_PAREN || type == KnetLexer.END ? -1 : 0;
        parentheses = type == KnetLexer.END ? 0 : Math.max(0, parentheses);
        last = type;
        return isApart;
    }

    private static boolean beginsPairs(String word) {
        return word.equals("labels") || word.equals("annotations");
    }

    private static boolean opens(int type) {
        return type == KnetLexer.OPEN_PAREN;
    }

    private boolean areApart(int next) {
        return switch (next) {
            case KnetLexer.END, KnetLexer.COMMA, KnetLexer.CLOSE_PAREN -> false;
            case KnetLexer.OPEN_PAREN -> last != KnetLexer.PODS && last != KnetLexer.NAMESPACE && !leans(last);
            default -> !leans(last) && (!joins(last) && !joins(next) || joins(last) && joins(next));
        };
    }

    /** Whether it stands right before what follows it. */
    private static boolean leans(int type) {
        return switch (type) {
            case KnetLexer.OPEN_PAREN, KnetLexer.NOT, KnetLexer.DOT_SLASH -> true;
            default -> false;
        };
    }

    /** Whether it stands right between its neighbours; but never two such side by side, or `/` and `/` made `//`. */
    private boolean joins(int type) {
        return switch (type) {
            case KnetLexer.SLASH, KnetLexer.DOUBLE_EQUALS, KnetLexer.NOT_EQUALS -> true;
            case KnetLexer.EQUALS -> pairs || parentheses > 0;
            default -> false;
        };
    }
}
