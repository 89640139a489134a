package dev.knet.testing;

/** How a text is written in a file, in ways that share nothing with how knet reads them. */
public final class Literal {
    private Literal() {}

    /** Between quotes, with everything in braces that is no letter or digit. */
    public static String escaped(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints()
                .forEach(c -> out.append(isPlain(c) ? Character.toString(c) : "\\u{" + Integer.toHexString(c) + "}"));
        return out.append('"').toString();
    }

    /** Between quotes as it stands, where it may: what must be escaped is. */
    public static String raw(String text) {
        String out = text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("${", "$${")
                .replace("\n", "\\n")
                .replace("\r", "\\u{d}");
        return "\"" + out + "\"";
    }

    /** A scalar of YAML in double quotes, within a text block. */
    public static String yaml(String text) {
        StringBuilder out = new StringBuilder("\"");
        // Parameters are put in after YAML has undone its own escapes.
        text.replace("${", "$${")
                .codePoints()
                .forEach(c -> out.append(isPlain(c) ? Character.toString(c) : "\\\\U%08x".formatted(c)));
        return out.append('"').toString();
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
