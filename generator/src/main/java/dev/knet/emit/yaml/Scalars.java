package dev.knet.emit.yaml;

import java.util.Locale;
import java.util.Set;

/**
 * Strings as YAML scalars that every reader of YAML 1.1 or 1.2 reads as that string.
 *
 * <p>A string stands as it is only if it can be shown to be no other scalar in either version: it is made of
 * {@code A-Z a-z 0-9 . _ / : @ = + -} and single blanks, no colon stands before a blank or last, it is none of
 * {@link #WORDS}, and it begins with
 *
 * <ul>
 *   <li>a letter or {@code /}: no number and no date does;
 *   <li>{@code -} or {@code --} and a letter: neither does a negative number, whose next is a digit or a dot;
 *   <li>a digit, and holds a character that is in no number and no date ({@code 256Mi}, {@code 10.0.0.0/8}).
 * </ul>
 *
 * <p>Text of several lines is a literal block if every line is visible from its first to its last character. All else
 * is in double quotes, with the escapes that JSON and both versions have, and {@code \U} beyond U+FFFF.
 */
final class Scalars {
    /** What some reader takes for a boolean, a null or a number, in any case. */
    private static final Set<String> WORDS =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity");

    private static final int LONGEST_WORD = 8;
    private static final String FIRST_OF_WORDS = "yYnNoOtTfFiI";

    /** In numbers: hexadecimal digits, the signs of a base and of an exponent, and p of C's. In dates: T and Z. */
    private static final String LETTERS_OF_NUMBERS = "abcdefoptxz";

    private static final byte INSIDE = 1;
    private static final byte LETTER = 2;
    private static final byte DIGIT = 4;
    private static final byte NEVER_IN_NUMBER = 8;
    private static final byte[] CLASSES = classes();

    private Scalars() {}

    private static byte[] classes() {
        byte[] classes = new byte[128];
        mark(classes, " ._/:@=+-", INSIDE);
        mark(classes, "0123456789", (byte) (INSIDE | DIGIT));
        for (char c = 'a'; c <= 'z'; c++) {
            byte letter = (byte) (INSIDE | LETTER | (LETTERS_OF_NUMBERS.indexOf(c) < 0 ? NEVER_IN_NUMBER : 0));
            classes[c] = letter;
            classes[c - 'a' + 'A'] = letter;
        }
        mark(classes, "/", (byte) (INSIDE | NEVER_IN_NUMBER));
        return classes;
    }

    private static void mark(byte[] classes, String characters, byte what) {
        for (int i = 0; i < characters.length(); i++) {
            classes[characters.charAt(i)] = what;
        }
    }

    private static boolean is(char c, byte what) {
        return c < CLASSES.length && (CLASSES[c] & what) != 0;
    }

    /** Writes a string on one line. */
    static void write(StringBuilder out, String text) {
        if (isPlain(text)) {
            out.append(text);
        } else {
            quote(out, text);
        }
    }

    /** Writes a string that may take several lines, which come after {@code lineStart}. */
    static void write(StringBuilder out, String text, String lineStart) {
        if (isPlain(text)) {
            out.append(text);
        } else if (isLiteral(text)) {
            writeLiteral(out, text, lineStart);
        } else {
            quote(out, text);
        }
    }

    static boolean isPlain(String text) {
        return !text.isEmpty() && beginsPlain(text) && continuesPlain(text) && !isWord(text);
    }

    private static boolean beginsPlain(String text) {
        char first = text.charAt(0);
        return is(first, LETTER)
                || first == '/'
                || first == '-' && beginsOption(text)
                || is(first, DIGIT) && cannotBeNumber(text);
    }

    private static boolean beginsOption(String text) {
        int name = text.startsWith("--") ? 2 : 1;
        return name < text.length() && is(text.charAt(name), LETTER) && !isWord(text.substring(name));
    }

    private static boolean cannotBeNumber(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (is(text.charAt(i), NEVER_IN_NUMBER)) {
                return true;
            }
        }
        return false;
    }

    private static boolean continuesPlain(String text) {
        char previous = text.charAt(0);
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!is(c, INSIDE) || c == ' ' && (previous == ' ' || previous == ':')) {
                return false;
            }
            previous = c;
        }
        return previous != ' ' && previous != ':';
    }

    private static boolean isWord(String text) {
        return text.length() <= LONGEST_WORD
                && FIRST_OF_WORDS.indexOf(text.charAt(0)) >= 0
                && WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether a literal block holds this text: nothing in it would be hidden, or lost at the end of a line. */
    private static boolean isLiteral(String text) {
        int last = text.lastIndexOf('\n');
        return last > 0 && text.charAt(0) != ' ' && text.charAt(0) != '\n' && !text.endsWith("\n\n") && hasLines(text);
    }

    private static boolean hasLines(String text) {
        int previous = '\n';
        for (int i = 0; i < text.length(); i += Character.charCount(previous)) {
            int c = text.codePointAt(i);
            if (c == '\n' ? previous == ' ' : !VisibleCharacters.contains(c)) {
                return false;
            }
            previous = c;
        }
        return previous != ' ';
    }

    private static void writeLiteral(StringBuilder out, String text, String lineStart) {
        boolean ended = text.endsWith("\n");
        out.append(ended ? "|" : "|-");
        int end = ended ? text.length() - 1 : text.length();
        for (int start = 0; start <= end; ) {
            int next = text.indexOf('\n', start);
            int stop = next < 0 ? end : next;
            out.append(stop == start ? "\n" : lineStart).append(text, start, stop);
            start = stop + 1;
        }
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        int i = 0;
        while (i < text.length()) {
            int stop = endOfUnescaped(text, i);
            out.append(text, i, stop);
            i = stop < text.length() ? escape(out, text, stop) : stop;
        }
        out.append('"');
    }

    private static int endOfUnescaped(String text, int from) {
        int i = from;
        while (i < text.length() && isUnescaped(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isUnescaped(char c) {
        return c >= ' ' && c < 0x7F && c != '"' && c != '\\';
    }

    /** Writes one character that is not to stand as it is in ASCII, and returns where the next begins. */
    private static int escape(StringBuilder out, String text, int at) {
        int c = text.codePointAt(at);
        int letter = "\b\f\n\r\t\"\\".indexOf(c);
        if (letter >= 0) {
            out.append('\\').append("bfnrt\"\\".charAt(letter));
        } else if (VisibleCharacters.contains(c)) {
            out.appendCodePoint(c);
        } else {
            escapeCode(out, c);
        }
        return at + Character.charCount(c);
    }

    private static void escapeCode(StringBuilder out, int c) {
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            throw new IllegalArgumentException("half a surrogate pair, U+"
                    + Integer.toHexString(c).toUpperCase(Locale.ROOT) + ", has no UTF-8 form");
        }
        boolean wide = c > Character.MAX_VALUE;
        out.append(wide ? "\\U" : "\\u");
        for (int shift = wide ? 28 : 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(c >> shift & 0xF, 16));
        }
    }
}
