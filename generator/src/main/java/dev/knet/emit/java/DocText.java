package dev.knet.emit.java;

import java.util.regex.Pattern;

/**
 * Text of the user in Javadoc: only here. It shows as it was written, and is nothing but text: it neither ends the
 * comment nor is a tag, and as no backslash is left, javac finds no Unicode escape in it. In ASCII alone, like all
 * that is generated.
 */
final class DocText {
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9 .,:;=!?+_()/-]*");
    private static final int LONGEST = 200;
    private static final int NOT_CHARACTERS = 0xFFFE;

    private DocText() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            append(out, text.codePointAt(i));
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        if (isHidden(c)) {
            out.append("&#92;u{").append(Integer.toHexString(c)).append('}');
        } else if (c > '~' || "&<>@\\*".indexOf(c) >= 0) {
            out.append("&#").append(c).append(';');
        } else {
            out.append((char) c);
        }
    }

    /** What cannot be seen, or has no place in HTML. */
    private static boolean isHidden(int c) {
        if ((c & NOT_CHARACTERS) == NOT_CHARACTERS || c >= 0xFDD0 && c <= 0xFDEF) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** In the type of code; a long text is cut. */
    static String code(String text) {
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...";
        return HARMLESS.matcher(shown).matches() ? "{@code " + shown + "}" : "<code>" + of(shown) + "</code>";
    }

    /** The lines of a `///` comment; an empty one begins a paragraph. */
    static String lines(String doc) {
        StringBuilder out = new StringBuilder();
        boolean afterEmpty = false;
        for (String line : doc.strip().split("\n", -1)) {
            String text = of(line.strip());
            out.append(out.isEmpty() ? "" : "\n").append(afterEmpty && !text.isEmpty() ? "<p>" : "");
            out.append(text);
            afterEmpty = text.isEmpty();
        }
        return out.toString();
    }
}
