package dev.knet.parse;

import dev.knet.testing.Checked;
import dev.knet.testing.Corpus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Right and wrong files with a few changes. Each round has a seed of its own, which a failure shows; `-Dknet.fuzz=N`
 * is for more rounds.
 */
final class FuzzTest {
    private static final int ROUNDS = Integer.getInteger("knet.fuzz", 1_000);
    private static final int MOST_CHANGES = 8;

    /** What mutations put in, beside the words of the files. */
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "(",
            ")",
            ",",
            ";",
            "\n",
            "\r",
            "/",
            "./",
            "=",
            "==",
            "!=",
            "!",
            "->",
            "\"",
            "\"\"\"",
            "\\",
            "$",
            "${",
            "/*",
            "*/",
            "//",
            "///",
            "\"x\"",
            "'",
            ":",
            "#",
            "%",
            "\0",
            "\uFEFF",
            "\u202E",
            "\u2028",
            "\uD83D\uDE00",
            "\uD83D",
            "é",
            "80",
            "1-2",
            "10.0.0.0/8",
            "::1",
            "A_b",
            "a.b",
            " ",
            "\t",
            "namespace",
            "pod",
            "service",
            "allows",
            "on",
            "in",
            "any",
            "port");

    private final List<byte[]> files = Corpus.all().stream().map(Corpus::bytes).toList();

    @Test
    void words() {
        rounds(random -> {
            List<String> words = new ArrayList<>(Tokens.texts(text(file(random))));
            List<String> others = Tokens.texts(text(file(random)));
            for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
                change(words, others, random);
            }
            return String.join(random.nextInt(4) == 0 ? "" : " ", words);
        });
    }

    @Test
    void characters() {
        rounds(random -> {
            StringBuilder text = new StringBuilder(text(file(random)));
            for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
                int at = random.nextInt(text.length() + 1);
                int end = Math.min(text.length(), at + random.nextInt(3));
                text.replace(at, end, random.nextBoolean() ? "" : PIECES.get(random.nextInt(PIECES.size())));
            }
            return text.toString();
        });
    }

    @Test
    void bytes() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            byte[] bytes = file(random).clone();
            for (int i = random.nextInt(MOST_CHANGES); i >= 0 && bytes.length > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            check(seed, new String(bytes, StandardCharsets.ISO_8859_1), text -> Checked.parse(bytes));
        }
    }

    private static void change(List<String> words, List<String> others, Random random) {
        int at = random.nextInt(words.size() + 1);
        switch (random.nextInt(5)) {
            case 0 -> words.add(at, PIECES.get(random.nextInt(PIECES.size())));
            case 1 -> words.addAll(at, part(others, random));
            case 2 -> words.addAll(at, List.copyOf(part(words, random)));
            case 3 -> words.subList(at, words.size()).clear();
            default -> part(words, random).clear();
        }
    }

    /** A few words that stand together. */
    private static List<String> part(List<String> words, Random random) {
        int from = random.nextInt(words.size() + 1);
        int to = Math.min(words.size(), from + 1 + random.nextInt(5));
        return words.subList(from, to);
    }

    private static void rounds(Function<Random, String> mutant) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            check(seed, mutant.apply(new Random(seed)), Checked::parse);
        }
    }

    private static void check(int seed, String text, Consumer<String> parse) {
        try {
            parse.accept(text);
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            throw new AssertionError("seed " + seed + ":\n" + text, e);
        }
    }

    private byte[] file(Random random) {
        return files.get(random.nextInt(files.size()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
