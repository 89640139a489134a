package dev.knet.patch;

import dev.knet.source.Span;

/** Where the text of a patch stands in its file. */
@FunctionalInterface
public interface PatchPositions {
    /**
     * Where a stretch of the text stands: from {@code start} up to but without {@code end}, in UTF-16 units. It may be
     * empty, and lie at the very end of the text.
     */
    Span of(int start, int end);
}
