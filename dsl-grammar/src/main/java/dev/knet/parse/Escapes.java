package dev.knet.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** One pass over the text between the quotes of a string or text block. */
final class Escapes {
    private static final String ALL = "the escapes are `\\\"`, `\\\\`, `\\n`, `\\t` and `\\u{…}`";
    private static final int MOST_DIGITS = 6;
    private static final int LONGEST_NAME = 100;

    private final String raw;
    private final Consumer<Wrong> wrongs;
    private final StringBuilder out = new StringBuilder();
    private final List<Hole> holes = new ArrayList<>();
    private int at;

    /** What is wrong with a stretch of the text, and what to do. */
    record Wrong(int start, int end, String message, String help) {}

    /** `${name}`: where it stands between the quotes, and before which character of the text without holes. */
    record Hole(int start, int end, int at) {}

    Escapes(String raw, Consumer<Wrong> wrongs) {
        this.raw = raw;
        this.wrongs = wrongs;
    }

    /** Whether the text is more than itself; most is not, and is spared the rest. */
    static boolean areIn(String raw) {
        return raw.indexOf('\\') >= 0 || raw.indexOf('$') >= 0;
    }

    /** In the order in which they stand; known once the escapes are undone. */
    List<Hole> holes() {
        return holes;
    }

    String undo() {
        while (at < raw.length()) {
            char c = raw.charAt(at);
            if (c == '\\') {
                escape();
            } else if (c == '$') {
                dollar();
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    private void escape() {
        // In a text block, blanks behind the last backslash are gone already.
        int c = at + 1 < raw.length() ? raw.codePointAt(at + 1) : '\n';
        switch (c) {
            case '"', '\\' -> take((char) c);
            case 'n' -> take('\n');
            case 't' -> take('\t');
            case 'u' -> unicode();
            case '\n', '\r' -> wrong(1, "a line cannot end in `\\`", "for a backslash write `\\\\`");
            default -> wrong(1 + Character.charCount(c), "`\\" + Character.toString(c) + "` is no escape", ALL);
        }
    }

    private void take(char c) {
        out.append(c);
        at += 2;
    }

    private void unicode() {
        int close = raw.startsWith("{", at + 2) ? closingBrace() : -1;
        int codePoint = close < 0 ? -1 : codePoint(raw.substring(at + 3, close));
        if (codePoint < 0 && close > at + 3) {
            wrong(
                    close + 1 - at,
                    "`" + raw.substring(at, close + 1) + "` is no character",
                    "write its number in hexadecimal, without the halves `d800` to `dfff` of UTF-16 and up to `10ffff`");
        } else if (codePoint < 0) {
            wrong(2, "`\\u` needs a character's number", "write it in hexadecimal between braces: `\\u{e9}`");
        } else {
            out.appendCodePoint(codePoint);
            at = close + 1;
        }
    }

    /** It is looked for no farther than it can be: many escapes that lack it would each search the whole text. */
    private int closingBrace() {
        int farthest = Math.min(at + 3 + MOST_DIGITS, raw.length() - 1);
        for (int i = at + 3; i <= farthest; i++) {
            if (raw.charAt(i) == '}') {
                return i;
            }
        }
        return -1;
    }

    private static int codePoint(String hex) {
        int value = hex.isEmpty() ? -1 : 0;
        for (int i = 0; i < hex.length(); i++) {
            int digit = hex.charAt(i) < 0x80 ? Character.digit(hex.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        boolean isCharacter = Character.isValidCodePoint(value) && !isSurrogate(value);
        return isCharacter ? value : -1;
    }

    private static boolean isSurrogate(int value) {
        return value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    }

    /** `$${` is a literal `${`. */
    private void dollar() {
        if (raw.startsWith("$${", at)) {
            out.append("${");
            at += 3;
        } else if (raw.startsWith("${", at)) {
            hole();
        } else {
            out.append('$');
            at++;
        }
    }

    private void hole() {
        int end = nameEnd();
        if (end == at + 2 || !raw.startsWith("}", end)) {
            wrong(2, "`${` needs a parameter's name and `}`", holeHelp());
        } else {
            holes.add(new Hole(at, end + 1, out.length()));
            at = end + 1;
        }
    }

    /** What stands there may be a name with something around it, or in capitals. */
    private String holeHelp() {
        int close = raw.indexOf('}', at);
        String inside = close < 0 || close - at > LONGEST_NAME ? "" : raw.substring(at + 2, close);
        String name = inside.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        int end = 0;
        while (end < name.length() && isNamePart(name.charAt(end), end == 0)) {
            end++;
        }
        boolean isDefault = end > 0 && name.startsWith(":", end);
        String shown = end == name.length() && end > 0 || isDefault ? name.substring(0, end) : "name";
        return "write `${" + shown + "}`"
                + (isDefault ? ", and the default where it is declared: `param " + shown + " = \"…\"`" : "")
                + "; for a literal `${` write `$${`";
    }

    private int nameEnd() {
        int end = at + 2;
        while (end < raw.length() && isNamePart(raw.charAt(end), end == at + 2)) {
            end++;
        }
        return end;
    }

    private static boolean isNamePart(char c, boolean first) {
        return c >= 'a' && c <= 'z' || !first && (c >= '0' && c <= '9' || c == '-');
    }

    private void wrong(int length, String message, String help) {
        wrongs.accept(new Wrong(at, at + length, message, help));
        at += length;
    }
}
