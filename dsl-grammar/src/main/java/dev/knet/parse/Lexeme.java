package dev.knet.parse;

import dev.knet.source.Span;

/**
 * A word, sign or comment of a file, or the end of a statement: what the layout of a file is made of.
 *
 * @param isApart whether there is a blank between it and the word before it, where the two stand on one line
 */
public record Lexeme(Kind kind, boolean isApart, Span span) {

    /** What a layout tells apart. */
    public enum Kind {
        /** A name, keyword, literal or sign. */
        WORD,
        TEXT_BLOCK,
        OPEN_BRACE,
        CLOSE_BRACE,
        OPEN_PAREN,
        CLOSE_PAREN,
        /** The end of a statement, wherever and however it is written. It has no text. */
        END,
        /** Of one line or between signs, and of no meaning. */
        COMMENT,
        /** A comment that belongs to the declaration below it. */
        DOC;

        public boolean isComment() {
            return this == COMMENT || this == DOC;
        }
    }

    public String text() {
        return span.text();
    }
}
