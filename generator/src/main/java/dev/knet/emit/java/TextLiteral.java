package dev.knet.emit.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text of the user as a Java literal, and in no other way does it become code. In ASCII alone, so that it means the
 * same whatever encoding javac is told. JavaPoet's own {@code $S} leaves half a surrogate pair to the file's encoding,
 * and breaks the literal at U+2028. A dollar is doubled, for JavaPoet reads this as a format.
 */
final class TextLiteral {
    /** A constant has room for 65,535 bytes, and no character takes more than three. */
    private static final int LONGEST = 20_000;

    /** With more lines, a literal of each would not be easier to read. */
    private static final int MOST_LINES = 40;

    private TextLiteral() {}

    static Code of(String text) {
        if (text.length() <= LONGEST) {
            return Code.of(text.indexOf('\n') < 0 ? literal(text) : lines(text));
        }
        List<Code> pieces = new ArrayList<>();
        for (int start = 0; start < text.length(); start += LONGEST) {
            pieces.add(Code.of(literal(text.substring(start, Math.min(start + LONGEST, text.length())))));
        }
        return Code.joined(pieces, ", ").between("String.join(\"\", ", ")");
    }

    private static String lines(String text) {
        String[] lines = text.split("(?<=\n)");
        if (lines.length > MOST_LINES) {
            return literal(text);
        }
        StringBuilder out = new StringBuilder();
        for (String line : lines) {
            out.append(out.isEmpty() ? "" : "\n    + ").append(literal(line));
        }
        return out.toString();
    }

    private static String literal(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            append(out, text.charAt(i));
        }
        return out.append('"').toString();
    }

    private static void append(StringBuilder out, char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '$' -> out.append("$$");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c >= ' ' && c <= '~') {
                    out.append(c);
                } else {
                    out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                }
            }
        }
    }
}
