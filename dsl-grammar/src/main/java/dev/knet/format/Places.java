package dev.knet.format;

import dev.knet.parse.Lexeme;
import dev.knet.source.SourceFile;
import java.util.List;

/** How the words of a file stood to each other: where its author began new lines. */
final class Places {
    private final int[] breaks;
    private final int[] lines;
    private final boolean[] endsLine;

    Places(SourceFile file, List<Lexeme> lexemes) {
        int size = lexemes.size();
        breaks = new int[size];
        lines = new int[size];
        endsLine = new boolean[size];
        findLines(file.text(), lexemes);
        findEnds(lexemes);
    }

    private void findLines(String text, List<Lexeme> lexemes) {
        int line = 0;
        int end = 0;
        for (int i = 0; i < breaks.length; i++) {
            Lexeme lexeme = lexemes.get(i);
            if (lexeme.kind() != Lexeme.Kind.END) {
                int start = lexeme.span().start();
                breaks[i] = Lines.breaks(text, end, start);
                line += breaks[i];
                lines[i] = line;
                end = lexeme.span().end();
                line += Lines.breaks(text, start, end);
            }
        }
    }

    private void findEnds(List<Lexeme> lexemes) {
        boolean isAtEnd = true;
        for (int i = breaks.length - 1; i >= 0; i--) {
            Lexeme.Kind kind = lexemes.get(i).kind();
            if (kind != Lexeme.Kind.END) {
                endsLine[i] = isAtEnd;
                isAtEnd = breaks[i] > 0 || kind == Lexeme.Kind.CLOSE_BRACE || kind.isComment() && isAtEnd;
            }
        }
    }

    /** How many line breaks stood between it and the word or comment before it. */
    int breaksBefore(int lexeme) {
        return breaks[lexeme];
    }

    /** Whether nothing followed on its line but comments, or the end of the block. */
    boolean endsLine(int lexeme) {
        return endsLine[lexeme];
    }

    /** Whether the two began on one line. */
    boolean areOnOneLine(int one, int other) {
        return lines[one] == lines[other];
    }
}
