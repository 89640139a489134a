package dev.knet.parse;

import dev.knet.grammar.KnetLexer;
import dev.knet.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;

/** The words and signs of a text, to put other things between them. */
final class Tokens {
    private Tokens() {}

    /** All of them with comments and new lines; blanks are what lies between. */
    static List<? extends Token> of(String text) {
        KnetLexer lexer = new KnetLexer(new Utf16CharStream(SourceFile.of("x.knet", text)));
        lexer.removeErrorListeners();
        return lexer.getAllTokens();
    }

    /** Their texts. */
    static List<String> texts(String text) {
        List<String> texts = new ArrayList<>();
        of(text).forEach(token -> texts.add(token.getText()));
        return texts;
    }

    /** The text with each token replaced; blanks stay. */
    static String replace(String text, Function<Token, String> replacement) {
        StringBuilder out = new StringBuilder();
        int end = 0;
        for (Token token : of(text)) {
            out.append(text, end, token.getStartIndex()).append(replacement.apply(token));
            end = token.getStopIndex() + 1;
        }
        return out.append(text.substring(end)).toString();
    }

    static boolean isWord(Token token) {
        return token.getChannel() == Token.DEFAULT_CHANNEL && token.getType() != KnetLexer.NEWLINE;
    }
}
