package dev.knet.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.compile.CompileResult;
import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.HumanRenderer;
import dev.knet.diagnostic.LineRenderer;
import dev.knet.diagnostic.Severity;
import dev.knet.emit.Artifact;
import dev.knet.grammar.KnetLexer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that the documentation shows is true. docs/README.md says how a block is marked. With {@code
 * -Dknet.updateGoldens=true}, messages are written to the pages as they are now; where that changes one, its test fails.
 */
final class DocsTest {
    private static final boolean UPDATE = Boolean.getBoolean("knet.updateGoldens");
    private static final Set<String> CHECKED = Set.of("knet", "yaml", "java", "xml");
    private static final Set<String> FREE = Set.of("", "sh", "text", "json", "csv", "lock");
    private static final Pattern PROPERTY = Pattern.compile("(?:(?<=-D)|(?<![\\w.-]))knet\\.[a-z][A-Za-z]*\\b");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @TempDir
    private static Path classes;

    @TestFactory
    Stream<DynamicTest> blocks() {
        return Page.all().stream()
                .flatMap(page -> page.blocks().stream()
                        .filter(block -> CHECKED.contains(block.language()))
                        .map(block -> DynamicTest.dynamicTest(block.place(), () -> check(page, block))));
    }

    private static void check(Page page, Block block) {
        switch (block.language()) {
            case "knet" -> checkKnet(page, block);
            case "yaml" -> checkYaml(page, block);
            case "java" -> checkJava(page, block);
            default -> checkXml(block);
        }
    }

    private static void checkKnet(Page page, Block block) {
        CompileResult result = new Knet(page).compile(block);
        Set<String> expected = new TreeSet<>();
        for (Severity severity : Severity.values()) {
            block.values(severity.word()).forEach(rule -> expected.add(severity.word() + " " + rule));
        }
        Set<String> found = new TreeSet<>();
        result.diagnostics()
                .forEach(diagnostic -> found.add(
                        diagnostic.severity().word() + " " + diagnostic.rule().id()));
        assertThat(found).as("%s: %s", block, messages(result)).isEqualTo(expected);
        if (!expected.isEmpty()) {
            checkMessages(page, block, messages(result));
        }
    }

    /** A block of text behind one that is wrong is all that the build says of it; of a block that is repeated, the last. */
    private static void checkMessages(Page page, Block block, List<String> messages) {
        int next = page.blocks().indexOf(block) + 1;
        if (next < page.blocks().size() && page.blocks().get(next).is("text")) {
            int last = messages.size() - 1;
            String all = block.mark("times").isPresent() ? messages.get(last) : String.join("\n", messages);
            String expected = stripped(all);
            if (UPDATE) {
                page.replaceNext(block, expected);
            }
            assertThat(page.blocks().get(next).text()).as("behind %s", block).isEqualTo(expected);
        }
    }

    /** Without blanks at the ends of lines: editors remove them from pages. */
    private static String stripped(String text) {
        StringBuilder out = new StringBuilder();
        text.lines().forEach(line -> out.append(line.stripTrailing()).append('\n'));
        return out.toString();
    }

    private static List<String> messages(CompileResult result) {
        return result.diagnostics().stream().map(DocsTest::message).toList();
    }

    /** As the Maven plugin prints it. */
    private static String message(Diagnostic diagnostic) {
        return LineRenderer.render(diagnostic) + "\n" + HumanRenderer.frame(diagnostic);
    }

    private static void checkYaml(Page page, Block block) {
        List<String> written = new Knet(page)
                .compileWhatItIsOf(block).artifacts().stream()
                        .filter(artifact -> artifact.kind() == Artifact.Kind.MANIFEST)
                        .map(artifact -> "\n" + artifact.text())
                        .toList();
        assertThat(written).as("%s", block).anySatisfy(text -> assertThat(text).contains("\n" + block.text()));
    }

    private static void checkJava(Page page, Block block) {
        JavaSnippet snippet =
                new JavaSnippet(new Knet(page).compileWhatItIsOf(block).artifacts());
        if (block.marks().contains("refused")) {
            assertThat(block.text().lines().filter(line -> !line.startsWith("//")))
                    .allSatisfy(line -> assertThat(snippet.problems(line, classes))
                            .as("%s: %s", block, line)
                            .isNotEmpty());
            return;
        }
        assertThat(snippet.problems(block.text(), classes)).as("%s", block).isEmpty();
        if (block.marks().contains("throws")) {
            checkMessages(page, block, List.of(JavaSnippet.thrown(classes)));
        }
    }

    private static void checkXml(Block block) {
        assertThat(block.marks()).as("%s", block).containsExactly("pom");
        assertThat(PomSnippet.problems(block.text())).as("%s", block).isEmpty();
    }

    /** Whatever is shown as anything else would not be tried. */
    @Test
    void blocksAreOfKnownLanguages() {
        Set<String> known = new TreeSet<>(CHECKED);
        known.addAll(FREE);
        assertThat(Page.all().stream().flatMap(page -> page.blocks().stream()))
                .allSatisfy(block -> assertThat(known).contains(block.language()));
    }

    @TestFactory
    Stream<DynamicTest> links() {
        return Page.all().stream()
                .map(page -> DynamicTest.dynamicTest(
                        page.toString(),
                        () -> assertThat(brokenLinks(page)).as("%s", page).isEmpty()));
    }

    private static List<String> brokenLinks(Page page) {
        List<String> broken = new ArrayList<>();
        for (String link : page.links()) {
            if (!link.contains("://") && !leadsSomewhere(page, link)) {
                broken.add(link);
            }
        }
        return broken;
    }

    private static boolean leadsSomewhere(Page page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? page.file()
                : page.file().resolveSibling(parts[0]).normalize();
        boolean exists = Files.exists(Page.ROOT.resolve(target));
        return exists && (parts.length == 1 || Page.of(target).anchors().contains(parts[1]));
    }

    /** The plugin's properties wherever a page speaks of them. */
    @Test
    void propertiesOfThePluginExist() {
        Set<String> named = new TreeSet<>();
        for (Page page : Page.all()) {
            Stream<String> code =
                    page.blocks().stream().filter(block -> block.is("sh")).map(Block::text);
            Stream<String> prose = page.prose().stream().flatMap(DocsTest::code);
            Stream.concat(code, prose)
                    .flatMap(text -> PROPERTY.matcher(text).results())
                    .forEach(found -> named.add(found.group()));
        }
        named.removeIf(name -> name.equals("knet.parameter"));
        assertThat(PluginSource.read().properties().values()).containsAll(named);
    }

    @Test
    void theTableOfParametersIsThePlugins() {
        List<String> table = Page.of(Path.of("docs/reference/maven-plugin.md")).section("Parameters").stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        Set<String> rows = new TreeSet<>();
        table.forEach(row -> rows.add(String.join(" ", code(row).limit(2).toList())));
        Set<String> parameters = new TreeSet<>();
        PluginSource.read().properties().forEach((name, property) -> parameters.add(name + " " + property));
        assertThat(rows).isEqualTo(parameters).isNotEmpty();
    }

    @Test
    void theKeywordsAreTheLexers() {
        Set<String> words = new TreeSet<>();
        for (int type = 1; type <= KnetLexer.VOCABULARY.getMaxTokenType(); type++) {
            String literal = KnetLexer.VOCABULARY.getLiteralName(type);
            if (literal != null && Character.isLetter(literal.charAt(1))) {
                words.add(literal.substring(1, literal.length() - 1));
            }
        }
        List<String> table = Page.of(Path.of("docs/reference/language.md")).section("Keywords").stream()
                .flatMap(DocsTest::code)
                .toList();
        assertThat(table).containsExactlyInAnyOrderElementsOf(words).isNotEmpty();
    }

    private static Stream<String> code(String line) {
        return CODE.matcher(line).results().map(found -> found.group(1));
    }
}
