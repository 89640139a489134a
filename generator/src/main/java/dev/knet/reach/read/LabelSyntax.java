package dev.knet.reach.read;

/** What the API server takes for labels and for names of ports. */
final class LabelSyntax {
    private static final int LONGEST = 63;
    private static final int LONGEST_PREFIX = 253;
    private static final int LONGEST_PORT = 15;

    private LabelSyntax() {}

    /** {@code name} or {@code example.com/name}. */
    static boolean isKey(String key) {
        int slash = key.indexOf('/');
        return isName(key.substring(slash + 1)) && (slash < 0 || isDomain(key.substring(0, slash)));
    }

    static boolean isValue(String value) {
        return value.isEmpty() || isName(value);
    }

    private static boolean isName(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isInside = i > 0 && i < name.length() - 1;
            if (!isLetterOrDigit(c) && (!isInside || "-_.".indexOf(c) < 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDomain(String domain) {
        if (domain.isEmpty() || domain.length() > LONGEST_PREFIX) {
            return false;
        }
        char before = '.';
        for (int i = 0; i <= domain.length(); i++) {
            char c = i < domain.length() ? domain.charAt(i) : '.';
            boolean isEdge = c == '.' || before == '.';
            boolean isSmall = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (!isSmall && c != '-' && c != '.' || isEdge && (c == '-' || before == '-' || c == before)) {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** A name of a port, which has a letter in it. */
    static boolean isPortName(String name) {
        if (name.isEmpty() || name.length() > LONGEST_PORT || name.contains("--")) {
            return false;
        }
        boolean hasLetter = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isLetter = c >= 'a' && c <= 'z';
            boolean isInside = i > 0 && i < name.length() - 1;
            if (!isLetter && !(c >= '0' && c <= '9') && !(c == '-' && isInside)) {
                return false;
            }
            hasLetter |= isLetter;
        }
        return hasLetter;
    }
}
