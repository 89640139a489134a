package dev.knet.parse;

import dev.knet.source.Embedded;
import dev.knet.source.SourceFile;
import java.util.Arrays;

/** One pass over the lines of a text block: what {@link Escapes} makes of it, but parameters, and where it comes from. */
final class EmbeddedText {
    private final SourceFile file;
    private final String body;
    private final int start;
    private final StringBuilder out = new StringBuilder();
    private int[] offsets = new int[64];

    EmbeddedText(SourceFile file, String body, int start) {
        this.file = file;
        this.body = body;
        this.start = start;
    }

    Embedded undone() {
        String stripped = body.stripIndent();
        int at = 0;
        int lineStart = 0;
        while (at <= stripped.length()) {
            int end = lineEnd(stripped, at);
            int bodyEnd = lineEnd(body, lineStart);
            String written = body.substring(lineStart, bodyEnd).stripTrailing();
            line(stripped.substring(at, end), lineStart + Math.max(0, written.length() - (end - at)));
            if (end < stripped.length()) {
                append('\n', bodyEnd);
            }
            at = end + 1;
            lineStart = bodyEnd + (body.startsWith("\r\n", bodyEnd) ? 2 : 1);
        }
        offset(out.length(), body.length());
        return new Embedded(out.toString(), file, Arrays.copyOf(offsets, out.length() + 1));
    }

    private static int lineEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** One line, and where in the body it begins. */
    private void line(String line, int from) {
        for (int i = 0; i < line.length(); i++) {
            boolean escapes = line.charAt(i) == '\\' && i + 1 < line.length();
            int end = escapes ? escapeEnd(line, i) : i + 1;
            String value = escapes ? new Escapes(line.substring(i, end), wrong -> {}).undo() : line.substring(i, end);
            for (int j = 0; j < value.length(); j++) {
                append(value.charAt(j), from + i);
            }
            i = end - 1;
        }
    }

    private static int escapeEnd(String line, int at) {
        int close = line.startsWith("\\u{", at) ? line.indexOf('}', at) : -1;
        return close < 0 ? at + 2 : close + 1;
    }

    private void append(char c, int from) {
        offset(out.length(), from);
        out.append(c);
    }

    private void offset(int at, int from) {
        if (at >= offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[at] = start + from;
    }
}
