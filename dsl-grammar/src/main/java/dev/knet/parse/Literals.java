package dev.knet.parse;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.grammar.KnetLexer;
import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import org.antlr.v4.runtime.Token;

/** Undoes the quotes and escapes of strings and text blocks; reports what is wrong with them. */
final class Literals {
    private final SourceFile file;
    private final Problems problems;

    Literals(SourceFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Whether it is a string, text block or comment without an end, which is reported by {@link #check} alone. */
    static boolean isUnclosed(Token token) {
        return switch (token.getType()) {
            case KnetLexer.UNCLOSED_STRING, KnetLexer.UNCLOSED_TEXT_BLOCK, KnetLexer.UNCLOSED_COMMENT -> true;
            default -> false;
        };
    }

    /** Reports what is wrong with any token of a file that has no tree. */
    void check(Token token) {
        switch (token.getType()) {
            case KnetLexer.STRING -> string(token);
            case KnetLexer.TEXT_BLOCK -> textBlock(token);
            case KnetLexer.UNCLOSED_STRING ->
                problems.add(Diagnostic.of(Rule.BAD_STRING, Spans.of(file, token), "this string has no closing quote")
                        .withHelp("close it with `\"` on the same line, or write a text block between `\"\"\"`"));
            case KnetLexer.UNCLOSED_TEXT_BLOCK ->
                problems.add(Diagnostic.of(Rule.BAD_STRING, opening(token, 3), "this text block is not closed")
                        .withHelp("close it with `\"\"\"`"));
            case KnetLexer.UNCLOSED_COMMENT ->
                problems.add(Diagnostic.of(Rule.UNCLOSED_COMMENT, opening(token, 2), "this comment is not closed")
                        .withHelp("close it with `*/`"));
            default -> {}
        }
    }

    String string(Token token) {
        int start = token.getStartIndex() + 1;
        String raw = file.text().substring(start, token.getStopIndex());
        return Escapes.areIn(raw) ? escapes(raw, start).undo() : raw;
    }

    /** As in Java: the text begins on the line below the opening quotes, and common indentation goes. */
    String textBlock(Token token) {
        int start = token.getStartIndex() + 3;
        String raw = file.text().substring(start, token.getStopIndex() - 2);
        int firstBreak = firstLineBreak(raw);
        if (firstBreak < 0 || !raw.substring(0, firstBreak).isBlank()) {
            problems.add(Diagnostic.of(
                            Rule.BAD_STRING,
                            opening(token, 3),
                            "the text of a text block begins on the line below its quotes")
                    .withHelp("put a line break behind the opening `\"\"\"`"));
            return raw;
        }
        String body = raw.substring(firstBreak + (raw.startsWith("\r\n", firstBreak) ? 2 : 1));
        if (!Escapes.areIn(body)) {
            return body.stripIndent();
        }
        // What is wrong is told of the text as written: without its indentation the places would be others.
        escapes(body, start + raw.length() - body.length()).undo();
        return new Escapes(body.stripIndent(), wrong -> {}).undo();
    }

    private Escapes escapes(String raw, int offset) {
        return new Escapes(
                raw,
                wrong -> problems.add(Diagnostic.of(
                                Rule.BAD_STRING,
                                new Span(file, offset + wrong.start(), offset + wrong.end()),
                                wrong.message())
                        .withHelp(wrong.help())));
    }

    private Span opening(Token token, int length) {
        return new Span(file, token.getStartIndex(), token.getStartIndex() + length);
    }

    private static int firstLineBreak(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return i;
            }
        }
        return -1;
    }
}
