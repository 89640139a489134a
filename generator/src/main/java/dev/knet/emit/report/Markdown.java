package dev.knet.emit.report;

import dev.knet.diagnostic.Printable;
import java.util.List;

/** Tables in GitHub's Markdown. What names hold is never markup: no link, no picture, nobody who is mentioned. */
final class Markdown {
    /** What a backslash makes an ordinary character. Brackets are ordinary where they are no link's. */
    private static final String MARKUP = "\\`*_|~$!";

    /** For what GitHub finds behind a backslash too. */
    private static final String ENTITIES = "<>&@#";

    private Markdown() {}

    static String head(List<String> titles) {
        StringBuilder out = new StringBuilder(row(titles)).append('|');
        titles.forEach(title -> out.append("---|"));
        return out.append('\n').toString();
    }

    static String row(List<String> cells) {
        StringBuilder out = new StringBuilder("|");
        cells.forEach(cell -> out.append(' ').append(text(cell)).append(" |"));
        return out.append('\n').toString();
    }

    static String text(String text) {
        String shown = Printable.of(text);
        StringBuilder out = new StringBuilder(shown.length() + 8);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (ENTITIES.indexOf(c) >= 0 || beginsLink(shown, i)) {
                out.append("&#").append((int) c).append(';');
            } else {
                boolean isMarkup = MARKUP.indexOf(c) >= 0 || shown.startsWith("](", i);
                out.append(isMarkup ? "\\" : "").append(c);
            }
        }
        return out.toString();
    }

    /** GitHub makes links of what looks like an address of the web, without any markup. */
    private static boolean beginsLink(String text, int at) {
        return text.startsWith("://", at) || text.charAt(at) == '.' && text.regionMatches(true, at - 3, "www", 0, 3);
    }
}
