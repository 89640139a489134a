package dev.knet.format;

import dev.knet.parse.Lexeme;
import dev.knet.parse.Lexeme.Kind;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** How words are written on one line, and which blocks may be: those that were, if they are not too long. */
final class OneLine {
    private static final int LONGEST = 100;
    private static final int NONE = -1;

    /** For each `{` whose block was on one line, its `}`. */
    private final int[] closing;
    /** How long the file would be up to and with each word, all on one line. */
    private final long[] ends;

    OneLine(List<Lexeme> lexemes, Places places) {
        closing = closing(lexemes, places);
        ends = ends(lexemes);
    }

    private static int[] closing(List<Lexeme> lexemes, Places places) {
        int[] closing = new int[lexemes.size()];
        Arrays.fill(closing, NONE);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < closing.length; i++) {
            Kind kind = lexemes.get(i).kind();
            if (kind == Kind.OPEN_BRACE) {
                open.push(i);
            } else if (kind == Kind.CLOSE_BRACE) {
                int brace = open.pop();
                // What is between the braces of an empty block are line breaks, which are not kept.
                closing[brace] = brace + 1 == i || places.areOnOneLine(brace, i) ? i : NONE;
            }
        }
        return closing;
    }

    private static long[] ends(List<Lexeme> lexemes) {
        long[] ends = new long[lexemes.size()];
        long end = 0;
        int before = NONE;
        boolean ended = false;
        for (int i = 0; i < ends.length; i++) {
            Lexeme lexeme = lexemes.get(i);
            if (lexeme.kind() == Kind.END) {
                ended = true;
            } else {
                String separator = before == NONE ? "" : between(lexemes.get(before), ended, lexeme);
                end += separator.length() + lexeme.span().end() - lexeme.span().start();
                before = i;
                ended = false;
            }
            ends[i] = end;
        }
        return ends;
    }

    /** What stands between two neighbours on one line. */
    static String between(Lexeme before, boolean ended, Lexeme next) {
        boolean isSeparated = ended && next.kind() != Kind.CLOSE_BRACE;
        return isSeparated ? "; " : next.isApart() || before.kind().isComment() ? " " : "";
    }

    /** Whether the block of this `{`, which ends at this column, goes on on its line. */
    boolean fits(int brace, int column) {
        return closing[brace] != NONE && column + ends[closing[brace]] - ends[brace] <= LONGEST;
    }

    /** The `}` of the block, if it was on one line. */
    int closing(int brace) {
        return closing[brace];
    }
}
