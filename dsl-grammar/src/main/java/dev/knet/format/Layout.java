package dev.knet.format;

import dev.knet.parse.Lexeme;
import dev.knet.parse.Lexeme.Kind;
import dev.knet.source.SourceFile;
import java.util.List;

/**
 * Writes the words of a file anew, each with what belongs between it and the one before: nothing, a blank, or a new line
 * and how far in it begins. It knows blocks, parentheses and the ends of statements, and no statement.
 */
final class Layout {
    private static final int BLOCK = 2;
    private static final int CONTINUATION = 4;

    private final String source;
    private final List<Lexeme> lexemes;
    private final Places places;
    private final OneLine oneLine;
    private final StringBuilder out;

    private int depth;
    private int parentheses;
    private int before = -1;
    private boolean ended;
    private boolean inStatement;
    /** Nothing has been written of the block but its `{` and comments behind it. */
    private boolean atBlockStart;
    /** The last word of the block on one line that is being written. */
    private int oneLineUntil = -1;

    private int lineStart;
    private int indentation;
    private String sourceIndentation = "";

    Layout(SourceFile file, List<Lexeme> lexemes) {
        this.source = file.text();
        this.lexemes = lexemes;
        this.places = new Places(file, lexemes);
        this.oneLine = new OneLine(lexemes, places);
        this.out = new StringBuilder(source.length() + source.length() / 8);
    }

    String text() {
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            if (lexeme.kind() == Kind.END) {
                ended = true;
                inStatement = false;
                parentheses = 0;
            } else {
                separate(i, lexeme);
                write(lexeme);
                count(i, lexeme);
            }
        }
        return out.append(before < 0 ? "" : "\n").toString();
    }

    private void separate(int i, Lexeme lexeme) {
        if (before < 0 || places.breaksBefore(i) > 0) {
            sourceIndentation = Lines.indentation(source, lexeme.span().start());
        }
        if (before < 0) {
            return;
        }
        if (i <= oneLineUntil) {
            stayOnLine(lexeme);
        } else if (lexeme.kind() == Kind.CLOSE_BRACE) {
            newLine(false, (depth - 1) * BLOCK);
        } else if (inStatement) {
            continueStatement(i, lexeme);
        } else if (isTrailing(i, lexeme)) {
            out.append(' ');
        } else {
            newLine(places.breaksBefore(i) > 1 && !atBlockStart, depth * BLOCK);
        }
    }

    private void stayOnLine(Lexeme lexeme) {
        out.append(OneLine.between(lexemes.get(before), ended, lexeme));
    }

    /** Where its author went on on a new line, so does it. */
    private void continueStatement(int i, Lexeme lexeme) {
        int breaks = places.breaksBefore(i);
        if (breaks == 0) {
            stayOnLine(lexeme);
            return;
        }
        boolean closes = lexeme.kind() == Kind.CLOSE_PAREN;
        boolean isBesideParenthesis = closes || lexemes.get(before).kind() == Kind.OPEN_PAREN;
        boolean isOutside = closes && parentheses == 1;
        newLine(breaks > 1 && !isBesideParenthesis, depth * BLOCK + (isOutside ? 0 : CONTINUATION));
    }

    /** Behind a `;` a doc comment belongs to what follows. On the line of the statement it would not. */
    private boolean isTrailing(int i, Lexeme lexeme) {
        boolean mayBe = lexeme.kind() == Kind.COMMENT || lexeme.kind() == Kind.DOC && atBlockStart;
        return mayBe && places.breaksBefore(i) == 0 && places.endsLine(i);
    }

    private void newLine(boolean isBelowEmptyLine, int in) {
        out.append(isBelowEmptyLine ? "\n\n" : "\n");
        lineStart = out.length();
        out.append(" ".repeat(in));
        indentation = in;
        atBlockStart = false;
    }

    private void write(Lexeme lexeme) {
        switch (lexeme.kind()) {
            case TEXT_BLOCK -> {
                TextBlock block = TextBlock.of(lexeme.text());
                out.append(block.written(Math.max(0, block.indentation() + indentation - sourceIndentation.length())));
                lineStart = out.lastIndexOf("\n") + 1;
            }
            case COMMENT, DOC -> {
                String moved = Comment.moved(lexeme.text(), sourceIndentation, indentation);
                int lastBreak = moved.lastIndexOf('\n');
                lineStart = lastBreak < 0 ? lineStart : out.length() + lastBreak + 1;
                out.append(moved);
            }
            default -> out.append(source, lexeme.span().start(), lexeme.span().end());
        }
    }

    private void count(int i, Lexeme lexeme) {
        ended = false;
        before = i;
        switch (lexeme.kind()) {
            case COMMENT, DOC -> {
                return;
            }
            case OPEN_BRACE -> {
                depth++;
                parentheses = 0;
                if (i > oneLineUntil && oneLine.fits(i, out.length() - lineStart)) {
                    oneLineUntil = oneLine.closing(i);
                }
            }
            case CLOSE_BRACE -> depth--;
            case OPEN_PAREN -> parentheses++;
            case CLOSE_PAREN -> parentheses--;
            default -> {}
        }
        inStatement = lexeme.kind() != Kind.OPEN_BRACE;
        atBlockStart = !inStatement && i > oneLineUntil;
    }
}
