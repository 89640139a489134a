package dev.knet.source;

import java.util.Arrays;

/**
 * A text that stands within a file in another form: without its indentation, its escapes undone. It knows where in the
 * file each of its characters comes from, so that what is wrong in it can be told of the place where it is written.
 */
public final class Embedded {
    private final String text;
    private final SourceFile file;
    private final int[] offsets;

    /** The offsets in the file of each character of the text, and of its end; they never go back. */
    public Embedded(String text, SourceFile file, int[] offsets) {
        if (offsets.length != text.length() + 1) {
            throw new IllegalArgumentException("each character has its place, and so has the end");
        }
        this.text = text;
        this.file = file;
        this.offsets = Arrays.copyOf(offsets, offsets.length);
    }

    public String text() {
        return text;
    }

    /** Where in the file this stretch of the text stands. */
    public Span span(int start, int end) {
        return new Span(file, offsets[start], Math.max(offsets[start], offsets[end]));
    }

    /** Two are the same if they say the same, wherever they stand. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Embedded embedded && text.equals(embedded.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
