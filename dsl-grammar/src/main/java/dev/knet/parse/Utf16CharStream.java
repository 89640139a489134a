package dev.knet.parse;

import dev.knet.source.SourceFile;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A file's text in UTF-16 units. ANTLR's own streams count code points; with this one a token's index is an offset
 * into the file as it stands, and the text is not copied.
 *
 * <p>The lexer is not shown which character it is beyond ASCII, where they are all the same to it: ANTLR remembers what
 * it decided for ASCII only, and would think anew, a hundred times slower, for each character of a Greek comment.
 */
final class Utf16CharStream implements CharStream {
    /** Shown for any unit that means nothing to the lexer; a control character that is none of its signs either. */
    private static final char OTHER = '\u007F';

    /** Shown for the halves of surrogate pairs; KnetLexer knows them. */
    private static final char HIGH_SURROGATE = '\u0001';

    private static final char LOW_SURROGATE = '\u0002';

    private final SourceFile file;
    private final String text;
    private int index;

    Utf16CharStream(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    @Override
    public void consume() {
        if (index == text.length()) {
            throw new IllegalStateException("nothing left of " + file);
        }
        index++;
    }

    @Override
    public int LA(int distance) {
        int at = distance > 0 ? index + distance - 1 : index + distance;
        return at >= 0 && at < text.length() ? shown(text.charAt(at)) : IntStream.EOF;
    }

    private static char shown(char c) {
        if (c > LOW_SURROGATE && c < OTHER) {
            return c;
        }
        return Character.isHighSurrogate(c) ? HIGH_SURROGATE : Character.isLowSurrogate(c) ? LOW_SURROGATE : OTHER;
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {}

    @Override
    public int index() {
        return index;
    }

    @Override
    public void seek(int to) {
        index = Math.min(to, text.length());
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getSourceName() {
        return file.name();
    }

    @Override
    public String getText(Interval interval) {
        int end = Math.min(interval.b + 1, text.length());
        return interval.a >= end ? "" : text.substring(interval.a, end);
    }
}
