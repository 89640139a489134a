package dev.knet.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.grammar.KnetLexer;
import dev.knet.syntax.SyntaxTree;
import dev.knet.testing.Checked;
import dev.knet.testing.Corpus;
import dev.knet.testing.TreeDump;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where lines end and comments stand changes the tree only where the language says so: tried on all right cases. */
final class LayoutTest {
    static Stream<String> files() {
        return Corpus.right().stream().map(file -> file.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("files")
    void lineEndsOfOtherSystems(String file) {
        assertSameTree(file, text -> text.replace("\n", "\r\n"));
        assertSameTree(file, text -> text.replace("\n", "\r"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void emptyLines(String file) {
        assertSameTree(file, text -> "\n\n" + replaceNewLines(text, "\n \n\t\n") + "\n\n");
    }

    @ParameterizedTest
    @MethodSource("files")
    void finalLineEnd(String file) {
        assertSameTree(file, String::stripTrailing);
        assertSameTree(file, text -> text.stripTrailing() + " // comment");
        assertSameTree(file, text -> text.stripTrailing() + " /* comment */");
        assertSameTree(file, text -> text.stripTrailing() + "\n/// doc of nothing");
    }

    @ParameterizedTest
    @MethodSource("files")
    void byteOrderMark(String file) {
        String text = text(file);
        assertThat(TreeDump.of(Checked.tree("\uFEFF" + text))).isEqualTo(TreeDump.of(Checked.tree(text)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void blanksBetweenAllWords(String file) {
        assertSameTree(
                file,
                text -> Tokens.replace(text, token -> isWord(token) ? "\t" + token.getText() + " " : token.getText()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void commentsBetweenAllWords(String file) {
        assertSameTree(file, text -> between(text, " /* ; { ( \" */ "));
        assertSameTree(file, text -> between(text, " /**/"));
        assertSameTree(file, text -> between(text, " /*\n\n*/ "));
        // With a blank before it, which is none in a doc comment.
        assertSameTree(file, text -> replaceNewLines(text, " \n// , ( {\n"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void newLinesBehindCommasAndOperators(String file) {
        assertSameTree(
                file,
                text -> Tokens.replace(
                        text,
                        token -> token.getText()
                                + (StatementTokens.continues(token.getType()) ? "\n\n // comment\n" : "")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void newLinesInParentheses(String file) {
        assertSameTree(file, text -> Tokens.replace(text, new InParentheses("\n")));
        assertSameTree(file, text -> Tokens.replace(text, new InParentheses("\r // ) {\r\n /* */ \n")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void semicolonsForNewLines(String file) {
        assertSameTree(file, text -> Tokens.replace(text, new Semicolons()));
    }

    @Test
    void aNewLineEndsAStatementElsewhere() {
        assertThat(Checked.parse("a allows b\non tcp/80").tree()).isEmpty();
        assertThat(Checked.parse("a\nallows b").tree()).isEmpty();
        assertThat(Checked.parse("pod a\n{ }").tree()).isEmpty();
        assertThat(Checked.parse("a allows b\n, c").tree()).isEmpty();
        assertThat(Checked.parse("labels a\n=b").tree()).isEmpty();
        assertThat(Checked.parse("x allows pods\n(a)").tree()).isEmpty();
        assertThat(Checked.parse("x allows pods(a;)").tree()).isEmpty();
        assertThat(Checked.parse("x allows a;, b").tree()).isEmpty();
        assertThat(Checked.parse("x allows a,; b").tree()).isEmpty();
        assertThat(Checked.parse("pod a { } pod b { }").tree()).isEmpty();
        assertThat(Checked.parse("pod a { image \"x\" image \"y\" }").tree()).isEmpty();
    }

    private static void assertSameTree(String file, UnaryOperator<String> change) {
        String text = text(file);
        assertThat(dump(change.apply(text))).isEqualTo(dump(text));
    }

    private static String text(String file) {
        return Corpus.text(Corpus.CASES.resolve("parse").resolve(file)).replace("\uFEFF", "");
    }

    private static String dump(String text) {
        SyntaxTree tree = Checked.tree(text);
        return TreeDump.withoutSpans(tree);
    }

    private static boolean isWord(Token token) {
        return Tokens.isWord(token) && token.getType() != KnetLexer.SEMICOLON;
    }

    private static String between(String text, String comment) {
        return Tokens.replace(text, token -> isWord(token) ? comment + token.getText() : token.getText());
    }

    private static String replaceNewLines(String text, String by) {
        return Tokens.replace(text, token -> token.getType() == KnetLexer.NEWLINE ? by : token.getText());
    }

    /** Puts something around all words in parentheses. */
    private static final class InParentheses implements Function<Token, String> {
        private final String what;
        private int depth;

        InParentheses(String what) {
            this.what = what;
        }

        @Override
        public String apply(Token token) {
            depth -= token.getType() == KnetLexer.CLOSE_PAREN ? 1 : 0;
            String before = depth > 0 && isWord(token) ? what : "";
            depth += token.getType() == KnetLexer.OPEN_PAREN ? 1 : 0;
            String behind = depth > 0 && isWord(token) ? what : "";
            return before + token.getText() + behind;
        }
    }

    /** Puts `;` for each new line that ends a statement or stands between two. */
    private static final class Semicolons implements Function<Token, String> {
        private int depth;
        private Token last = null;

        @Override
        public String apply(Token token) {
            String text = token.getText();
            if (token.getType() == KnetLexer.NEWLINE && depth == 0 && !isOpen()) {
                text = ";;";
            }
            depth += token.getType() == KnetLexer.OPEN_PAREN ? 1 : token.getType() == KnetLexer.CLOSE_PAREN ? -1 : 0;
            last = token.getType() == KnetLexer.NEWLINE && text.equals("\n") ? last : token;
            return text;
        }

        /** Behind a line comment a `;` would be comment too. */
        private boolean isOpen() {
            return last != null
                    && (StatementTokens.continues(last.getType())
                            || last.getText().startsWith("//"));
        }
    }
}
