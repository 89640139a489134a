package dev.knet.parse;

import dev.knet.grammar.KnetParser;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What to do about characters that have no place outside of strings. */
final class CharacterHints {
    static final String YAML = "this is not YAML: leave the `:` out, and put texts in quotes";

    private CharacterHints() {}

    static @Nullable String of(Mistake mistake) {
        String text = mistake.found().getText();
        return switch (text) {
            case ":" -> Hints.isProtocol(mistake.previous()) ? "a port is written with `/`: `tcp/80`" : YAML;
            case "'", "`", "\u201C", "\u201D", "\u201E", "\u2018", "\u2019" -> "strings stand in double quotes: `\"`";
            case "#" -> "comments begin with `//`";
            case "$" -> "a parameter's value is written `${name}`, mostly inside a string";
            case "[", "]" -> "lists have no brackets: `a, b`";
            case "-" -> mistake.first() == mistake.found() ? "this is not YAML: lists are written `a, b`" : null;
            case "*" -> isPeer(mistake) ? "for all write `anyone`, `any namespace` or `pods`" : null;
            default -> ofOther(text.codePointAt(0));
        };
    }

    private static boolean isPeer(Mistake mistake) {
        Token previous = mistake.previous();
        return mistake.expected().contains(KnetParser.IPV4) || previous.getType() == KnetParser.COMMA;
    }

    private static @Nullable String ofOther(int c) {
        if (isInvisible(c)) {
            return "delete this character, which cannot be seen";
        }
        return Character.isLetter(c) ? "a name has lower-case letters from `a` to `z`, digits and `-`" : null;
    }

    private static boolean isInvisible(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
