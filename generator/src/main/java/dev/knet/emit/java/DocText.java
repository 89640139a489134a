package dev.knet.emit.java;

import java.util.regex.Pattern;

/**
 * Text of the user in Javadoc: only here. It shows as it was written, and is nothing but text: it neither ends the comment
 * nor is a tag, and as no backslash is left, javac finds no Unicode escape in it. In ASCII alone, like all that is
 * generated.
 */
final class DocText {
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9 .,:;=!?+_()/-]*");
    private static final int LONGEST = 200;

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

    private static boolean isHidden(int c) {
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
        for (String line : doc.split("\n", -1)) {
            out.append(out.isEmpty() ? "" : "\n").append(afterEmpty && !line.isEmpty() ? "<p>" : "");
            out.append(of(line));
            afterEmpty = line.isEmpty();
        }
        return out.toString();
    }
}
