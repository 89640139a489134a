package dev.knet.reach.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The characters of a file, and the lines among them. */
final class ManifestText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What to do about a template. */
    static final String TEMPLATE =
            "it looks like a template (`{{`): render it first (`helm template`, `kustomize build`)";

    private final char[] chars;
    private final int start;
    private final int end;

    private ManifestText(char[] chars, int start, int end) {
        this.chars = chars;
        this.start = start;
        this.end = end;
    }

    /** Of UTF-8, with or without a byte order mark. */
    static ManifestText of(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        int length = out.position();
        if (result.isError()) {
            throw new TooMuch("the text is not UTF-8", lines(out.array(), 0, length));
        }
        return new ManifestText(out.array(), length > 0 && out.array()[0] == BYTE_ORDER_MARK ? 1 : 0, length);
    }

    char[] chars() {
        return chars;
    }

    /** Behind a byte order mark. */
    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** To be put behind a message that it cannot be read: what is a template is no manifest yet. */
    String advice() {
        for (int i = start; i + 1 < end; i++) {
            if (chars[i] == '{' && chars[i + 1] == '{') {
                return "; " + TEMPLATE;
            }
        }
        return "";
    }

    /** From 1. */
    int lineAt(int offset) {
        return lines(chars, start, offset);
    }

    private static int lines(char[] chars, int from, int to) {
        int line = 1;
        for (int i = from; i < to; i++) {
            line += chars[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    /** How many lines begin between these. */
    int linesBetween(int from, int to) {
        return lines(chars, from, to) - 1;
    }

    /** The first line from there on that begins a document; the end if there is none. */
    int separatorFrom(int offset) {
        for (int i = offset; i < end; i++) {
            if (isSeparator(i)) {
                return i;
            }
        }
        return end;
    }

    /** The last line up to there that begins a document, or that beginning if there is none. */
    int separatorBefore(int offset, int from) {
        for (int i = Math.min(offset, end - 1); i > from; i--) {
            if (isSeparator(i)) {
                return i;
            }
        }
        return from;
    }

    private boolean isSeparator(int at) {
        return chars[at] == '-'
                && at + 2 < end
                && chars[at + 1] == '-'
                && chars[at + 2] == '-'
                && (at + 3 == end || chars[at + 3] <= ' ')
                && (at == start || chars[at - 1] == '\n' || chars[at - 1] == '\r');
    }

    /** The next character from there on that YAML does not take; the end if there is none. */
    int unprintableFrom(int offset) {
        for (int i = offset; i < end; i++) {
            char c = chars[i];
            if (c < ' ' ? c != '\n' && c != '\t' && c != '\r' : c >= 0x7F && isUnprintable(c)) {
                return i;
            }
        }
        return end;
    }

    private static boolean isUnprintable(char c) {
        return c == 0x7F || c < 0xA0 && c != 0x85 || c >= 0xFFFE;
    }
}
