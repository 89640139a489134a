package dev.knet.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.testing.Goldens;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the page about reports shows is what they are. */
final class ReachPageTest {
    private static final Path KEPT = Path.of("src/test/resources/dev/knet/emit/report");

    @TestFactory
    Stream<DynamicTest> blocks() {
        return Page.of(Path.of("docs/reference/reach.md")).blocks().stream()
                .map(block -> DynamicTest.dynamicTest(block.place(), () -> check(block)));
    }

    private static void check(Block block) {
        String report = Goldens.read(KEPT.resolve(block.mark("of").orElseThrow()));
        assertThat("\n" + report).contains("\n" + block.text());
    }
}
