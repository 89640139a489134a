package dev.knet.reach.read;

/** How much is read: far more than a cluster takes, and not so much that a build would not come back. */
final class Limits {
    /** Bytes of a file. */
    static final int FILE = 64 << 20;

    /** Levels of one document, and lists within lists. */
    static final int DEPTH = 250;

    /** Words, lists and mappings of one document. */
    static final int NODES = 4_000_000;

    /** Items and entries of one document that are looked at; aliases can make more of them than it has. */
    static final int VISITS = 2_000_000;

    private Limits() {}

    static TooMuch deep(int line) {
        return new TooMuch("this is nested too deeply: more than " + DEPTH + " levels are not read", line);
    }

    static TooMuch large(int line) {
        return new TooMuch("the document is too large: more than " + NODES + " words are not read", line);
    }

    static TooMuch expanded(int line) {
        return new TooMuch("the document says too much through its aliases, or has too much in it", line);
    }
}
