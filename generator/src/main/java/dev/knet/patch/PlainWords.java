package dev.knet.patch;

import java.util.regex.Pattern;

/** What a word without quotes is to readers of YAML 1.1, as kubectl's is, and of YAML 1.2: text only if to both. */
final class PlainWords {
    /** A pattern with repeated groups takes a longer word for a deep one. */
    private static final int LONGEST_MATCHED = 200;

    private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern BOOLEAN = Pattern.compile("(?i)y|n|yes|no|true|false|on|off");
    private static final Pattern NUMBER = Pattern.compile("[-+]?("
            + "0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+" // other bases
            + "|[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?" // to the base of 60
            + "|[0-9][0-9_]*(\\.[0-9_]*)?([eE][-+]?[0-9]+)?"
            + "|\\.[0-9][0-9_]*([eE][-+]?[0-9]+)?"
            + "|\\.(inf|Inf|INF))|\\.(nan|NaN|NAN)");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \\t].*)?");
    private static final Pattern SIGN = Pattern.compile("=|<<");
    private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]*)");

    private PlainWords() {}

    /** What some reader takes it for if not for text; empty if all take it for text. */
    static String otherThanText(String word) {
        if (NOTHING.matcher(word).matches()) {
            return "nothing";
        }
        if (word.length() > LONGEST_MATCHED) {
            return mayBeNumber(word) ? "a number" : "";
        }
        if (BOOLEAN.matcher(word).matches()) {
            return "a boolean";
        }
        if (NUMBER.matcher(word).matches()) {
            return "a number";
        }
        if (DATE.matcher(word).matches()) {
            return "a date";
        }
        return SIGN.matcher(word).matches() ? "a sign of YAML" : "";
    }

    /** Whether all of it can stand in a number: rather too often than too seldom. */
    private static boolean mayBeNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            if ("0123456789_.:+-abcdefxoABCDEF".indexOf(word.charAt(i)) < 0) {
                return false;
            }
        }
        return Character.isDigit(word.charAt(0)) || "+-.".indexOf(word.charAt(0)) >= 0;
    }

    /** Whether it is a whole number, and the same one, to every reader. */
    static boolean isWhole(String word) {
        return WHOLE.matcher(word).matches();
    }
}
