package dev.knet.reach.read;

/** What a word without quotes is to kubectl, which reads YAML 1.1 in most places. */
enum PlainWord {
    TEXT("text"),
    NOTHING("nothing"),
    BOOLEAN("a boolean"),
    NUMBER("a number");

    private final String title;

    PlainWord(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    static PlainWord of(String word) {
        if (word.isEmpty()) {
            return NOTHING;
        }
        char first = word.charAt(0);
        if (first >= '0' && first <= '9' || first == '.' || first == '-' || first == '+') {
            return isNumber(word) ? NUMBER : TEXT;
        }
        return word.length() > "false".length() ? TEXT : ofShort(word);
    }

    private static PlainWord ofShort(String word) {
        return switch (word) {
            case "~", "null", "Null", "NULL" -> NOTHING;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> BOOLEAN;
            case "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF" -> BOOLEAN;
            case "y", "Y", "n", "N" -> BOOLEAN;
            default -> TEXT;
        };
    }

    private static boolean isNumber(String word) {
        int at = word.charAt(0) == '-' || word.charAt(0) == '+' ? 1 : 0;
        String rest = word.substring(at);
        if (rest.equals(".inf") || rest.equals(".Inf") || rest.equals(".INF")) {
            return true;
        }
        if (at == 0 && (rest.equals(".nan") || rest.equals(".NaN") || rest.equals(".NAN"))) {
            return true;
        }
        if (rest.length() > 2 && rest.charAt(0) == '0' && "box".indexOf(rest.charAt(1)) >= 0) {
            return isOfBase(rest, rest.charAt(1) == 'x' ? 16 : rest.charAt(1) == 'o' ? 8 : 2);
        }
        return isDecimal(rest);
    }

    private static boolean isOfBase(String word, int base) {
        for (int i = 2; i < word.length(); i++) {
            if (word.charAt(i) != '_' && Character.digit(word.charAt(i), base) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Digits with `_` between them, at most one full stop, and an exponent. */
    private static boolean isDecimal(String word) {
        int at = 0;
        boolean hasDigits = false;
        boolean hasStop = false;
        while (at < word.length()) {
            char c = word.charAt(at);
            if (c >= '0' && c <= '9') {
                hasDigits = true;
            } else if (c == '.' && !hasStop) {
                hasStop = true;
            } else if (c != '_' || !hasDigits) {
                break;
            }
            at++;
        }
        return hasDigits && (at == word.length() || isExponent(word, at));
    }

    private static boolean isExponent(String word, int from) {
        int at = from + 1;
        if (word.charAt(from) != 'e' && word.charAt(from) != 'E') {
            return false;
        }
        if (at < word.length() && (word.charAt(at) == '-' || word.charAt(at) == '+')) {
            at++;
        }
        for (int i = at; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return at < word.length();
    }
}
