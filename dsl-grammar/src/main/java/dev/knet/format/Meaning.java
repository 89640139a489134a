package dev.knet.format;

import dev.knet.parse.Lexeme;
import java.util.List;

/**
 * What a layout must keep of a file, compared word by word: where statements end, what doc comments belong to, the
 * values of texts; and between which words comments stand, though on either side of the end of a statement.
 */
final class Meaning {
    private final List<Lexeme> words;
    private final List<Lexeme> written;

    private Meaning(List<Lexeme> words, List<Lexeme> written) {
        this.words = words;
        this.written = written;
    }

    static Meaning of(List<Lexeme> lexemes) {
        return new Meaning(
                lexemes.stream()
                        .filter(lexeme -> lexeme.kind() != Lexeme.Kind.COMMENT)
                        .toList(),
                lexemes.stream()
                        .filter(lexeme -> lexeme.kind() != Lexeme.Kind.END)
                        .toList());
    }

    boolean isKeptBy(Meaning other) {
        return areSame(words, other.words) && areSame(written, other.written);
    }

    private static boolean areSame(List<Lexeme> some, List<Lexeme> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            Lexeme one = some.get(i);
            Lexeme other = others.get(i);
            if (one.kind() != other.kind() || !said(one).equals(said(other))) {
                return false;
            }
        }
        return true;
    }

    private static String said(Lexeme lexeme) {
        return switch (lexeme.kind()) {
            case TEXT_BLOCK -> TextBlock.of(lexeme.text()).stripped();
            case COMMENT, DOC -> blankless(lexeme.text());
            default -> lexeme.text();
        };
    }

    /** Comments keep all but their white space. */
    private static String blankless(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
