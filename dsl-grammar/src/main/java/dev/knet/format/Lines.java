package dev.knet.format;

/** Where lines end in a text, with line ends of any system. */
final class Lines {
    private Lines() {}

    /** The end of the line that this place is in, before its line break. */
    static int end(String text, int from) {
        int at = from;
        while (at < text.length() && !isBreak(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Behind the line break that stands here; the end of the text if there is none. */
    static int next(String text, int end) {
        return Math.min(text.length(), end + (text.startsWith("\r\n", end) ? 2 : 1));
    }

    /** How many line breaks there are in a stretch. */
    static int breaks(String text, int from, int to) {
        int count = 0;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            boolean isHalf = c == '\n' && at > from && text.charAt(at - 1) == '\r';
            count += isBreak(c) && !isHalf ? 1 : 0;
        }
        return count;
    }

    /** The blanks that begin the line in which this place is. */
    static String indentation(String text, int place) {
        int start = place;
        while (start > 0 && !isBreak(text.charAt(start - 1))) {
            start--;
        }
        int end = start;
        while (end < place && isBlank(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    /** The end of a stretch without the blanks at its end. */
    static int withoutBlanks(String text, int from, int to) {
        int end = to;
        while (end > from && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
