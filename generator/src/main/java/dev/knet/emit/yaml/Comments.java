package dev.knet.emit.yaml;

/** Comments that end where their line ends, whatever their text: what is not visible is written as its code point. */
final class Comments {
    private Comments() {}

    /** Writes a comment to the end of its line; no line ends with a blank. */
    static void write(StringBuilder out, String text) {
        out.append(text.isEmpty() ? "#" : "# ");
        int shown = 0;
        for (int hidden = VisibleCharacters.end(text, 0); hidden < text.length(); ) {
            int c = text.codePointAt(hidden);
            out.append(text, shown, hidden)
                    .append("\\u{")
                    .append(Integer.toHexString(c))
                    .append('}');
            shown = hidden + Character.charCount(c);
            hidden = VisibleCharacters.end(text, shown);
        }
        out.append(shown == 0 ? text : text.substring(shown));
        dropTrailingBlanks(out);
    }

    private static void dropTrailingBlanks(StringBuilder out) {
        while (out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }
}
