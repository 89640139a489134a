package dev.knet.parse;

import dev.knet.grammar.KnetLexer;
import dev.knet.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;

/** A file as its words and comments, whatever they say together. Between them are only blanks, new lines and `;`. */
public final class Lexemes {
    private Lexemes() {}

    /** All of them in their order. A doc comment is behind an END only if it belongs to what follows. */
    public static List<Lexeme> of(SourceFile file) {
        TokenSource tokens = Parser.source(file);
        Spacing spacing = new Spacing();
        List<Lexeme> lexemes = new ArrayList<>();
        for (Token token = tokens.nextToken(); token.getType() != Token.EOF; token = tokens.nextToken()) {
            boolean isApart = token.getChannel() != Token.DEFAULT_CHANNEL || spacing.isApart(token);
            lexemes.add(new Lexeme(kind(token), isApart, Spans.of(file, token)));
        }
        return lexemes;
    }

    private static Lexeme.Kind kind(Token token) {
        return switch (token.getChannel()) {
            case KnetLexer.COMMENTS -> Lexeme.Kind.COMMENT;
            case KnetLexer.DOCS -> Lexeme.Kind.DOC;
            default -> kind(token.getType());
        };
    }

    private static Lexeme.Kind kind(int type) {
        return switch (type) {
            case KnetLexer.END -> Lexeme.Kind.END;
            case KnetLexer.OPEN_BRACE -> Lexeme.Kind.OPEN_BRACE;
            case KnetLexer.CLOSE_BRACE -> Lexeme.Kind.CLOSE_BRACE;
            case KnetLexer.OPEN_PAREN -> Lexeme.Kind.OPEN_PAREN;
            case KnetLexer.CLOSE_PAREN -> Lexeme.Kind.CLOSE_PAREN;
            case KnetLexer.TEXT_BLOCK -> Lexeme.Kind.TEXT_BLOCK;
            default -> Lexeme.Kind.WORD;
        };
    }
}
