package dev.knet.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file's name and text. The name is how messages call it, with `/` between folders; it is never used to open
 * anything. Two files are the same only if they are the same object.
 */
public final class SourceFile {
    private final String name;
    private final String text;
    /** Found at the first question: nobody asks for the lines of a file without a fault. */
    private volatile int @Nullable [] lineStarts;

    private SourceFile(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** A file of this text; a byte order mark in front is dropped. */
    public static SourceFile of(String name, String text) {
        return new SourceFile(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    public String name() {
        return name;
    }

    /** The last part of the name, without the ending: `shop` of `src/main/knet/shop.knet`. */
    public String stem() {
        String last = name.substring(name.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }

    public String text() {
        return text;
    }

    /** The span of the whole text. */
    public Span whole() {
        return new Span(this, 0, text.length());
    }

    public Position position(int offset) {
        int line = lineIndex(offset);
        return new Position(line + 1, offset - lineStarts()[line] + 1);
    }

    /** The text of a line, counted from 1, without its line break. */
    public String line(int line) {
        int[] starts = lineStarts();
        int start = starts[line - 1];
        int end = line < starts.length ? starts[line] : text.length();
        while (end > start && isLineBreak(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private int lineIndex(int offset) {
        int found = Arrays.binarySearch(lineStarts(), offset);
        return found >= 0 ? found : -found - 2;
    }

    private int[] lineStarts() {
        int[] known = lineStarts;
        if (known == null) {
            known = lineStarts(text);
            lineStarts = known;
        }
        return known;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            if (endsLine(text, i)) {
                starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private static boolean endsLine(String text, int i) {
        char c = text.charAt(i);
        return c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    @Override
    public String toString() {
        return name;
    }
}
