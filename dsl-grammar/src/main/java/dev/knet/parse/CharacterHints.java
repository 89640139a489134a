package dev.knet.parse;

import dev.knet.grammar.KnetParser;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What to do about characters that have no place outside of strings. */
final class CharacterHints {
    static final String YAML = "this is not YAML: leave the `:` out, and put texts in quotes";

    /** An IPv6 address as in a URL. */
    private static final Pattern ADDRESS = Pattern.compile("\\[[0-9a-fA-F]{0,4}:");

    private CharacterHints() {}

    static @Nullable String of(Mistake mistake) {
        String text = mistake.found().getText();
        return switch (text) {
            case ":" -> Hints.isProtocol(mistake.previous()) ? "a port is written with `/`: `tcp/80`" : YAML;
            case "'", "`", "\u201C", "\u201D", "\u201E", "\u2018", "\u2019" -> "strings stand in double quotes: `\"`";
            case "#", "<" -> "comments begin with `//`";
            case "$" -> "a parameter's value is written `${name}`, mostly inside a string";
            case "[", "]" -> ofBracket(mistake);
            case "-" -> mistake.first() == mistake.found() ? ofDash(mistake) : null;
            case "*" ->
                mistake.file().text().startsWith("*/", mistake.found().getStartIndex())
                        ? "comments do not nest: the first `*/` ends the comment"
                        : isPeer(mistake) ? "for all write `anyone`, `any namespace` or `pods`" : null;
            default -> ofOther(text.codePointAt(0));
        };
    }

    private static String ofDash(Mistake mistake) {
        int at = mistake.found().getStartIndex();
        if (mistake.file().text().startsWith("---", at)) {
            return "this is not YAML: a file is one document";
        }
        return mistake.file().text().startsWith("--", at)
                ? "comments begin with `//`"
                : "this is not YAML: lists are written `a, b`";
    }

    private static String ofBracket(Mistake mistake) {
        if (mistake.context().getRuleIndex() == KnetParser.RULE_labelValues) {
            return "values stand in parentheses: `tier in (a, b)`";
        }
        return ADDRESS.matcher(mistake.file().text())
                        .region(
                                mistake.found().getStartIndex(),
                                mistake.file().text().length())
                        .lookingAt()
                ? "an address has no brackets: `2001:db8::1`"
                : "lists have no brackets: `a, b`";
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
