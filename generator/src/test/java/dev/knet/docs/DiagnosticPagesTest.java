package dev.knet.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.diagnostic.Rule;
import dev.knet.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule has a page in docs/diagnostics, all in one form. {@link DocsTest} tries what they show. */
final class DiagnosticPagesTest {
    private static final String INDEX = "README";

    private static final Map<String, Page> PAGES = Page.under("docs/diagnostics").stream()
            .collect(Collectors.toMap(DiagnosticPagesTest::name, Function.identity(), (a, b) -> a, TreeMap::new));

    private static String name(Page page) {
        return page.file().getFileName().toString().replace(".md", "");
    }

    @Test
    void everyRuleHasAPageAndEveryPageARule() {
        List<String> expected = new ArrayList<>(List.of(INDEX));
        for (Rule rule : Rule.values()) {
            expected.add(rule.id());
        }
        assertThat(PAGES.keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theIndexListsThemAll() {
        List<String> rows = PAGES.get(INDEX).prose().stream()
                .filter(line -> line.startsWith("| ["))
                .toList();
        List<String> expected = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            expected.add("| [" + rule.id() + "](" + rule.id() + ".md) | " + rule.title() + " |");
        }
        assertThat(rows).isEqualTo(expected);
    }

    @TestFactory
    Stream<DynamicTest> theirForm() {
        return Stream.of(Rule.values())
                .filter(rule -> PAGES.containsKey(rule.id()))
                .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> checkForm(rule, PAGES.get(rule.id()))));
    }

    private static void checkForm(Rule rule, Page page) {
        assertThat(page.headings())
                .containsExactly(rule.id() + ": " + rule.title(), "Example", "Why", "How to mend it");
        assertThat(page.prose().get(2))
                .as("%s", page)
                .startsWith(rule.severity() == Severity.ERROR ? "*Error.* " : "*Warning.* ");
        List<String> kinds = page.blocks().stream()
                .filter(block -> !block.is("lock"))
                .map(block -> kind(block, rule))
                .dropWhile(kind -> kind.equals("right"))
                .toList();
        assertThat(kinds)
                .as("%s: the example, its message, and the example mended", page)
                .containsExactly("wrong", "text", "right");
    }

    private static String kind(Block block, Rule rule) {
        if (!block.is("knet")) {
            return block.language();
        }
        List<String> rules = block.values(rule.severity().word());
        return rules.isEmpty() ? "right" : rules.contains(rule.id()) ? "wrong" : "of another rule";
    }
}
