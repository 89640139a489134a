package dev.knet.parse;

import dev.knet.grammar.KnetLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/**
 * The lexer's tokens with the language's one rule about lines applied: a statement ends at a new line or `;`, but
 * inside parentheses, after a comma and after an operator a new line is white space. Each statement is followed by
 * exactly one END, also the last one of a block or of the file. It stands right behind the statement, before a comment.
 */
final class StatementTokens implements TokenSource {
    private final KnetLexer lexer;
    private final Deque<Token> ahead = new ArrayDeque<>();
    private int last = KnetLexer.END;
    private int lastEnd;
    private int parentheses;
    private boolean atLineStart = true;
    private int lineIndentation;
    private int statementIndentation;

    StatementTokens(KnetLexer lexer) {
        this.lexer = lexer;
    }

    @Override
    public Token nextToken() {
        Token token = next();
        while (isSeparator(token)) {
            atLineStart |= isNewLine(token);
            if (inStatement() && endsStatement(token)) {
                return end();
            }
            token = next();
        }
        return token.getChannel() == Token.DEFAULT_CHANNEL ? significant(token) : token;
    }

    private Token next() {
        return ahead.isEmpty() ? lexer.nextToken() : ahead.removeFirst();
    }

    private Token significant(Token token) {
        int type = token.getType();
        if ((type == KnetLexer.CLOSE_BRACE || type == Token.EOF) && inStatement()) {
            ahead.addFirst(token);
            return end();
        }
        if (atLineStart) {
            lineIndentation = token.getCharPositionInLine();
            atLineStart = false;
        }
        if (!inStatement()) {
            statementIndentation = lineIndentation;
        }
        parentheses = parenthesesAfter(type);
        last = type;
        lastEnd = token.getStopIndex() + 1;
        return token;
    }

    /** A brace closes what was left open in parentheses; before a closing one an END has done so. */
    private int parenthesesAfter(int type) {
        return switch (type) {
            case KnetLexer.OPEN_PAREN -> parentheses + 1;
            case KnetLexer.CLOSE_PAREN -> Math.max(0, parentheses - 1);
            case KnetLexer.OPEN_BRACE -> 0;
            default -> parentheses;
        };
    }

    private Token end() {
        CommonToken end = new CommonToken(
                new Pair<>(lexer, lexer.getInputStream()), KnetLexer.END, Token.DEFAULT_CHANNEL, lastEnd, lastEnd - 1);
        last = KnetLexer.END;
        parentheses = 0;
        return end;
    }

    private boolean inStatement() {
        return last != KnetLexer.END && last != KnetLexer.OPEN_BRACE;
    }

    private boolean endsStatement(Token separator) {
        return !isNewLine(separator)
                || !continues(last)
                        && (parentheses == 0 || last != KnetLexer.OPEN_PAREN && !goesOn(significantAhead()));
    }

    /** Whether a new line behind it is white space wherever it stands. */
    static boolean continues(int type) {
        return switch (type) {
            case KnetLexer.COMMA,
                    KnetLexer.ARROW,
                    KnetLexer.RANGE,
                    KnetLexer.EQUALS,
                    KnetLexer.DOUBLE_EQUALS,
                    KnetLexer.NOT_EQUALS,
                    KnetLexer.NOT,
                    KnetLexer.SLASH,
                    KnetLexer.DOT_SLASH -> true;
            default -> false;
        };
    }

    /**
     * Whether parentheses go on with it on a new line. Where they cannot, and it stands no farther in than the
     * statement, they were not closed, and the new line ends the statement after all: one missing `)` does not swallow
     * the rest of a file.
     */
    private boolean goesOn(Token token) {
        return token.getCharPositionInLine() > statementIndentation
                || switch (token.getType()) {
                    case KnetLexer.COMMA,
                            KnetLexer.OPEN_PAREN,
                            KnetLexer.CLOSE_PAREN,
                            KnetLexer.EQUALS,
                            KnetLexer.DOUBLE_EQUALS,
                            KnetLexer.NOT_EQUALS,
                            KnetLexer.SLASH,
                            KnetLexer.IN,
                            KnetLexer.NOTIN -> true;
                    default -> false;
                };
    }

    /** The next token that is no new line or comment. The new lines on the way are white space, or follow an END. */
    private Token significantAhead() {
        Token token = lexer.nextToken();
        while (isNewLine(token) || token.getChannel() != Token.DEFAULT_CHANNEL) {
            if (!isNewLine(token)) {
                ahead.addLast(token);
            }
            token = lexer.nextToken();
        }
        ahead.addLast(token);
        return token;
    }

    /** In parentheses `;` ends nothing: the parser gets it, to say that it is wrong there. */
    private boolean isSeparator(Token token) {
        return isNewLine(token) || parentheses == 0 && token.getType() == KnetLexer.SEMICOLON;
    }

    private static boolean isNewLine(Token token) {
        return token.getType() == KnetLexer.NEWLINE;
    }

    @Override
    public int getLine() {
        return lexer.getLine();
    }

    @Override
    public int getCharPositionInLine() {
        return lexer.getCharPositionInLine();
    }

    @Override
    public CharStream getInputStream() {
        return lexer.getInputStream();
    }

    @Override
    public String getSourceName() {
        return lexer.getSourceName();
    }

    @Override
    public void setTokenFactory(TokenFactory<?> factory) {
        lexer.setTokenFactory(factory);
    }

    @Override
    public TokenFactory<?> getTokenFactory() {
        return lexer.getTokenFactory();
    }
}
