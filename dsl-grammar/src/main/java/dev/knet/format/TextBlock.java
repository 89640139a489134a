package dev.knet.format;

/**
 * A text block as its lines. Their common indentation is no part of its value, nor are blanks at the ends of lines; all
 * else is, and stays as it is written, escapes too.
 *
 * @param stripped what stands between the quotes without that indentation, with line ends of Unix
 * @param indentation how far in it stood, in characters
 */
record TextBlock(String stripped, int indentation) {
    private static final String QUOTES = "\"\"\"";

    /** Of a right one, quotes and all: there is a line break behind those that open it. */
    static TextBlock of(String text) {
        int start = Lines.end(text, QUOTES.length());
        String body = text.substring(Lines.next(text, start), text.length() - QUOTES.length());
        return new TextBlock(body.stripIndent(), indentation(body));
    }

    /** The same as Java's: that of the line least far in, the closing quotes' line among them. */
    private static int indentation(String body) {
        int least = Integer.MAX_VALUE;
        int start = 0;
        while (true) {
            int end = Lines.end(body, start);
            boolean isLast = end == body.length();
            int blanks = whiteSpace(body, start, end);
            if (isLast || start + blanks < end) {
                least = Math.min(least, blanks);
            }
            if (isLast) {
                return least;
            }
            start = Lines.next(body, end);
        }
    }

    private static int whiteSpace(String text, int start, int end) {
        int at = start;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at - start;
    }

    /** As it is written that far in. */
    String written(int in) {
        String indent = " ".repeat(in);
        StringBuilder text = new StringBuilder(QUOTES);
        int start = 0;
        while (true) {
            int end = Lines.end(stripped, start);
            boolean isLast = end == stripped.length();
            text.append('\n').append(isLast || end > start ? indent : "").append(stripped, start, end);
            if (isLast) {
                return text.append(QUOTES).toString();
            }
            start = end + 1;
        }
    }
}
