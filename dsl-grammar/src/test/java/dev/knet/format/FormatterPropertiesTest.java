package dev.knet.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.source.SourceFile;
import dev.knet.testing.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds of every layout, tried on all files there are and on layouts that nobody would think of. */
final class FormatterPropertiesTest {
    private static final Path ROOT = Path.of("..");
    private static final int ROUNDS = Integer.getInteger("knet.fuzz", 1_000);
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```knet.*?\n(.*?)^```$");

    @TestFactory
    Stream<DynamicTest> filesOfTheRepository() {
        return files(".knet").map(file -> DynamicTest.dynamicTest(file.toString(), () -> Sound.check(text(file))));
    }

    @TestFactory
    Stream<DynamicTest> blocksOfTheDocumentation() {
        return files(".md")
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(),
                        () -> BLOCK.matcher(text(file)).results().forEach(block -> Sound.check(block.group(1)))));
    }

    /** Samples are what people copy. */
    @TestFactory
    Stream<DynamicTest> samplesAreFormatted() {
        return files(".knet")
                .filter(file -> file.startsWith(ROOT.resolve("samples")))
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(), () -> assertThat(formatted(text(file))).isEqualTo(text(file))));
    }

    @Test
    void thePageAboutLayoutIsRight() {
        String page = text(ROOT.resolve("docs/reference/format.md"));
        List<String> blocks =
                BLOCK.matcher(page).results().map(block -> block.group(1)).toList();
        assertThat(blocks)
                .hasSizeGreaterThan(3)
                .allSatisfy(block -> assertThat(formatted(block)).isEqualTo(block));
        String before = page.replaceFirst("(?s).*?```text before\n(.*?)```.*", "$1");
        assertThat(formatted(before)).isEqualTo(blocks.get(0));
    }

    private static String formatted(String text) {
        return Formatter.format(SourceFile.of("x.knet", text)).text();
    }

    @Test
    void thereAreFiles() {
        assertThat(files(".knet")).hasSizeGreaterThan(100);
        assertThat(files(".md").flatMap(file -> BLOCK.matcher(text(file)).results()))
                .hasSizeGreaterThan(50);
    }

    @Test
    void randomLayouts() {
        List<String> texts = Corpus.right().stream().map(Corpus::text).toList();
        int right = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            String text = RandomLayout.of(texts.get(random.nextInt(texts.size())), random);
            right += check(seed, text) ? 1 : 0;
        }
        assertThat(right).as("files that can be read").isGreaterThan(ROUNDS / 4);
    }

    /** Most are wrong, and stay as they are. */
    @Test
    void lostAndDoubledCharacters() {
        List<String> texts = Corpus.all().stream().map(Corpus::text).toList();
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(texts.get(random.nextInt(texts.size())));
            for (int i = random.nextInt(3); i >= 0 && text.length() > 0; i--) {
                int at = random.nextInt(text.length());
                text.replace(at, at + random.nextInt(2), random.nextBoolean() ? "" : text.substring(at, at + 1));
            }
            check(seed, text.toString());
        }
    }

    private static boolean check(int seed, String text) {
        try {
            return Sound.check(text);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + ":\n" + text, e);
        }
    }

    private static Stream<Path> files(String ending) {
        List<Path> found = new ArrayList<>();
        for (String folder : List.of("docs", "dsl-grammar/src", "generator/src", "maven-plugin/src", "samples")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(ending))
                        .filter(file -> !file.toString().contains("target"))
                        .filter(Files::isRegularFile)
                        .sorted()
                        .forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found.stream();
    }

    private static String text(Path file) {
        return Corpus.text(file);
    }
}
