package dev.knet.query;

import dev.knet.diagnostic.Printable;
import java.util.List;
import java.util.Locale;

/** Settings that take one of a few words: the names of an enum in small letters. */
public final class Choice {
    private Choice() {}

    /** The value that a word means; whose setting it is, the message says. */
    public static <E extends Enum<E>> E of(String setting, String word, E[] values) throws QueryException {
        List<E> choices = List.of(values);
        for (E value : choices) {
            if (word(value).equals(word.strip().toLowerCase(Locale.ROOT))) {
                return value;
            }
        }
        List<String> words =
                choices.stream().map(value -> "`" + word(value) + "`").toList();
        throw new QueryException(setting + " cannot be `" + Printable.of(word) + "`. Choose one of "
                + String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
