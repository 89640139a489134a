package dev.knet.reach.read;

/** The words of others in our messages: in backticks, not too long, and nothing hidden in them. */
public final class Quoted {
    private static final int LONGEST = 60;
    /** A path says where to look, so more of it is shown. */
    private static final int LONGEST_PATH = 160;

    private Quoted() {}

    public static String of(String text) {
        return of(text, LONGEST);
    }

    public static String path(String text) {
        return of(text, LONGEST_PATH);
    }

    private static String of(String text, int longest) {
        StringBuilder out = new StringBuilder("`");
        int end = Math.min(text.length(), longest);
        for (int i = 0; i < end; ) {
            int c = text.codePointAt(i);
            append(out, c);
            i += Character.charCount(c);
        }
        return out.append(end < text.length() ? "…`" : "`").toString();
    }

    private static void append(StringBuilder out, int c) {
        if (c == '\n') {
            out.append("\\n");
        } else if (c != ' ' && isHidden(c)) {
            out.append("\\u{").append(Integer.toHexString(c)).append('}');
        } else {
            out.appendCodePoint(c);
        }
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
