package dev.knet.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.testing.Corpus;
import dev.knet.testing.Goldens;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The files in src/test/cases/format beside their layouts. */
final class FormatCasesTest {
    @TestFactory
    Stream<DynamicTest> format() {
        return new Goldens(Corpus.CASES.resolve("format"), ".knet", ".formatted").tests(FormatCasesTest::formatted);
    }

    private static String formatted(Path file) {
        Formatted formatted = Formatter.format(file.getFileName().toString(), Corpus.bytes(file));
        assertThat(formatted.diagnostics()).isEmpty();
        return formatted.text();
    }
}
