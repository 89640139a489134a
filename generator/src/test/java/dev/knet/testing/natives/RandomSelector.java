package dev.knet.testing.natives;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/** Random selectors of Calico as texts, each with what it means. */
final class RandomSelector {
    private static final List<String> VALUES = List.of("a", "b", "ab", "shop");

    /** In the place of the labels of a namespace, of what is in none: there, {@code all()} means all that are in one. */
    static final String NO_NAMESPACE = "-";

    private final Random random;
    private final Map<String, Predicate<Map<String, String>>> meanings = new HashMap<>();

    RandomSelector(Random random) {
        this.random = random;
    }

    /** What a text means, of labels. */
    boolean matches(String text, Map<String, String> labels) {
        return text.isEmpty() || meanings.get(text).test(labels);
    }

    String next(List<String> keys) {
        return next(keys, 2);
    }

    private String next(List<String> keys, int depth) {
        if (depth == 0 || random.nextInt(3) > 0) {
            return label(keys);
        }
        String one = next(keys, depth - 1);
        String other = next(keys, depth - 1);
        return switch (random.nextInt(3)) {
            case 0 -> keep("(" + one + ") && (" + other + ")", meanings.get(one).and(meanings.get(other)));
            case 1 -> keep(one + "||" + "(" + other + ")", meanings.get(one).or(meanings.get(other)));
            default -> keep("! (" + one + ")", meanings.get(one).negate());
        };
    }

    private String keep(String text, Predicate<Map<String, String>> meaning) {
        meanings.put(text, meaning);
        return text;
    }

    private String label(List<String> keys) {
        String key = keys.get(random.nextInt(keys.size()));
        String value = VALUES.get(random.nextInt(VALUES.size()));
        return switch (random.nextInt(10)) {
            case 0 -> keep(key + " == '" + value + "'", it -> value.equals(it.get(key)));
            case 1 -> keep(key + "!=\"" + value + "\"", it -> !value.equals(it.get(key)));
            case 2 ->
                keep(
                        key + " in {'" + value + "', \"b\"}",
                        it -> List.of(value, "b").contains(it.getOrDefault(key, "-")));
            case 3 -> keep(key + " not in { '" + value + "' }", it -> !value.equals(it.get(key)));
            case 4 -> keep("has(" + key + ")", it -> it.containsKey(key));
            case 5 -> keep("!has( " + key + " )", it -> !it.containsKey(key));
            case 6 -> keep(key + " contains 'b'", it -> it.getOrDefault(key, "").contains("b"));
            case 7 ->
                keep(key + " starts with 'a'", it -> it.getOrDefault(key, "").startsWith("a"));
            case 8 ->
                keep(key + " ends with \"b\"", it -> it.getOrDefault(key, "").endsWith("b"));
            default -> keep(" all() ", it -> !it.containsKey(NO_NAMESPACE));
        };
    }
}
