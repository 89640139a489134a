package dev.knet.patch;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of the YAML as written, and where in the text it stands. */
sealed interface YamlNode {
    int start();

    int end();

    /** Whether it says that there is nothing. */
    default boolean isNull() {
        return false;
    }

    <T> T fold(Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Mapping, T> mapping);

    /**
     * Text, a number, a word.
     *
     * @param isPlain whether it stands without quotes, and may be something other than text
     */
    record Scalar(String text, boolean isPlain, int start, int end) implements YamlNode {
        private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

        @Override
        public boolean isNull() {
            return isPlain && NULLS.contains(text);
        }

        @Override
        public <T> T fold(Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Mapping, T> mapping) {
            return scalar.apply(this);
        }
    }

    /** A list. */
    record Sequence(List<YamlNode> items, int start, int end) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public <T> T fold(Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Mapping, T> mapping) {
            return sequence.apply(this);
        }
    }

    /** Keys with values, no key twice. */
    record Mapping(List<Entry> entries, int start, int end) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Nullable
        YamlNode get(String key) {
            for (Entry entry : entries) {
                if (entry.key().text().equals(key)) {
                    return entry.value();
                }
            }
            return null;
        }

        @Override
        public <T> T fold(Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Mapping, T> mapping) {
            return mapping.apply(this);
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, YamlNode value) {
        /** The value where it is a word, else the key: a whole structure is too much to point at. */
        YamlNode place() {
            boolean isWord = value instanceof Scalar scalar && !scalar.text().isEmpty();
            return isWord ? value : key;
        }
    }
}
