package dev.knet.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.testing.Goldens;
import dev.knet.testing.WrongPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What people who write their first file do wrong, and all that they are told. */
final class WrongFilesTest {
    private static final Path PAGES = Path.of("src/test/cases/wrong");

    @TestFactory
    Stream<DynamicContainer> wrong() {
        return pages().stream().map(page -> {
            List<DynamicTest> tests = new ArrayList<>();
            page.entries()
                    .forEach(entry -> tests.add(DynamicTest.dynamicTest(
                            entry.title(),
                            () -> assertThat(entry.said()).as(entry.body()).isEqualTo(entry.expected()))));
            tests.add(DynamicTest.dynamicTest("the page", () -> Goldens.check(page.file(), page.written())));
            return DynamicContainer.dynamicContainer(page.file().getFileName().toString(), tests);
        });
    }

    /** A message continues `KNET….:`, and its help says what to do. */
    @Test
    void everyProblemHasAWayOut() {
        pages().forEach(page -> page.entries().forEach(entry -> {
            assertThat(entry.result().diagnostics())
                    .as(entry.title())
                    .isNotEmpty()
                    .allSatisfy(diagnostic -> {
                        assertThat(diagnostic.message()).matches("(?s)[^A-Z].*[^.!]");
                        assertThat(diagnostic.help()).isNotNull().matches("(?s)[^A-Z].*[^.!]");
                    });
        }));
    }

    /** Two mistakes of one heading would be told apart by nobody. */
    @Test
    void everyHeadingIsItsOwn() {
        List<String> titles = pages().stream()
                .flatMap(page -> page.entries().stream())
                .map(WrongPage.Entry::title)
                .toList();
        assertThat(titles).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(150);
    }

    private static List<WrongPage> pages() {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.sorted().map(WrongPage::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
