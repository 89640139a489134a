package dev.knet.parse;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.grammar.KnetLexer;
import dev.knet.source.Embedded;
import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import dev.knet.syntax.Name;
import dev.knet.syntax.Text;
import java.util.ArrayList;
import java.util.List;
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
            case KnetLexer.PARAMETER -> parameter(token);
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

    Text string(Token token) {
        int start = token.getStartIndex() + 1;
        String raw = file.text().substring(start, token.getStopIndex());
        if (!Escapes.areIn(raw)) {
            return new Text(raw, List.of(), Spans.of(file, token));
        }
        Escapes escapes = escapes(raw, start);
        String value = escapes.undo();
        return new Text(value, holes(escapes, escapes.holes(), start), Spans.of(file, token));
    }

    /** A reason is shown as it is written, so nothing may be put into it later. */
    Text reason(Token token) {
        Text text = string(token);
        if (!text.holes().isEmpty()) {
            Span place = text.holes().get(0).parameter().span();
            problems.add(Diagnostic.of(Rule.BAD_STRING, place, "a reason cannot hold a parameter")
                    .withHelp("write the value out; for a literal `${` write `$${`"));
        }
        return text;
    }

    /** What is looked up by its name has one: it cannot depend on the build. */
    String nameIn(Token token) {
        Text text = string(token);
        if (!text.holes().isEmpty()) {
            Span place = text.holes().get(0).parameter().span();
            problems.add(Diagnostic.of(Rule.BAD_STRING, place, "a name cannot hold a parameter")
                    .withHelp("write the name out; for a literal `${` write `$${`"));
        }
        return text.value();
    }

    /** As in Java: the text begins on the line below the opening quotes, and common indentation goes. */
    Text textBlock(Token token) {
        String body = body(token);
        int start = bodyStart(token, body);
        if (!Escapes.areIn(body)) {
            return new Text(body.stripIndent(), List.of(), Spans.of(file, token));
        }
        // What is wrong is told of the text as written: without its indentation the places would be others.
        Escapes written = escapes(body, start);
        written.undo();
        Escapes stripped = new Escapes(body.stripIndent(), wrong -> {});
        String value = stripped.undo();
        return new Text(value, holes(stripped, written.holes(), start), Spans.of(file, token));
    }

    /** The value of a parameter by itself. */
    Text parameter(Token token) {
        int start = token.getStartIndex();
        Escapes escapes = escapes(file.text().substring(start, token.getStopIndex() + 1), start);
        String value = escapes.undo();
        return new Text(value, holes(escapes, escapes.holes(), start), Spans.of(file, token));
    }

    /** A text block whose parameters stay as they are written, and where each of its characters stands in the file. */
    Embedded embedded(Token token) {
        String body = body(token);
        int start = bodyStart(token, body);
        escapes(body, start).undo();
        return new EmbeddedText(file, body, start).undone();
    }

    private List<Text.Hole> holes(Escapes escapes, List<Escapes.Hole> written, int start) {
        List<Text.Hole> holes = new ArrayList<>();
        for (int i = 0; i < Math.min(written.size(), escapes.holes().size()); i++) {
            Span place = new Span(
                    file, start + written.get(i).start(), start + written.get(i).end());
            String whole = place.text();
            Name name = new Name(whole.substring(2, whole.length() - 1), place);
            holes.add(new Text.Hole(escapes.holes().get(i).at(), name));
        }
        return holes;
    }

    /** The lines below the opening quotes; all there is, if it begins beside them, which is reported. */
    private String body(Token token) {
        String raw = file.text().substring(token.getStartIndex() + 3, token.getStopIndex() - 2);
        int firstBreak = firstLineBreak(raw);
        if (firstBreak < 0 || !raw.substring(0, firstBreak).isBlank()) {
            problems.add(Diagnostic.of(
                            Rule.BAD_STRING,
                            opening(token, 3),
                            "the text of a text block begins on the line below its quotes")
                    .withHelp("put a line break behind the opening `\"\"\"`"));
            return raw;
        }
        return raw.substring(firstBreak + (raw.startsWith("\r\n", firstBreak) ? 2 : 1));
    }

    private static int bodyStart(Token token, String body) {
        return token.getStopIndex() - 2 - body.length();
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
