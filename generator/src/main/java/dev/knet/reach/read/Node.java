package dev.knet.reach.read;

import java.util.List;

/**
 * A part of a document as written, and the line on which it begins. What an alias stands for is the very node that has
 * the anchor, so a tree may be much larger than its text; no node is within itself.
 */
sealed interface Node {
    int line();

    /**
     * Text, a number, a word.
     *
     * @param isPlain whether it stands without quotes, and may be something other than text
     */
    record Scalar(String text, boolean isPlain, int line) implements Node {}

    /** A list. */
    record Sequence(List<Node> items, int line) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys with values, as they stand: maybe one key twice. */
    record Mapping(List<Entry> entries, int line) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    /** What cannot be read: an error for whoever asks for it, for it may be of no interest. */
    record Broken(String why, int line) implements Node {}

    /** A key, its line and its value. */
    record Entry(String key, int line, Node value) {}

    /** Whether it says that there is nothing, which is as good as saying nothing. */
    static boolean isNull(Node node) {
        return node instanceof Scalar scalar && scalar.isPlain() && PlainWord.of(scalar.text()) == PlainWord.NOTHING;
    }
}
