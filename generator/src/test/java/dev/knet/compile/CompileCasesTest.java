package dev.knet.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.diagnostic.Rule;
import dev.knet.testing.Case;
import dev.knet.testing.Goldens;
import dev.knet.testing.Shuffle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What compiles, and to what; what does not, and what is said about it. */
final class CompileCasesTest {
    private static final Path MAIN = Path.of("src/main/java");
    /** What is said about a case that compiles. */
    private static final String WARNINGS = "warnings.diag";
    /** The parser's own rules have their cases in dsl-grammar. */
    private static final Pattern REPORTED = Pattern.compile("\\bRule\\.([A-Z_]+)");

    @TestFactory
    Stream<DynamicTest> accepted() {
        return Case.accepted().stream()
                .map(it -> DynamicTest.dynamicTest(it.name(), () -> {
                    CompileResult result = it.compile();
                    assertThat(result.hasErrors()).as(Case.diagnostics(result)).isFalse();
                    SortedMap<String, String> files = Case.artifacts(result);
                    if (!result.diagnostics().isEmpty()) {
                        files.put(WARNINGS, Case.diagnostics(result));
                    }
                    Goldens.check(it.golden(), files);
                }));
    }

    @TestFactory
    Stream<DynamicTest> rejected() {
        return Case.rejected().stream()
                .map(it -> DynamicTest.dynamicTest(it.name(), () -> {
                    CompileResult result = it.compileAll(it.sources());
                    assertThat(Case.rules(result)).as("rules").contains(ruleOf(it));
                    assertThat(result.hasErrors()).isEqualTo(result.artifacts().isEmpty());
                    Goldens.check(it.golden(), Case.diagnostics(result));
                }));
    }

    private static String ruleOf(Case rejected) {
        return rejected.name().substring(0, rejected.name().indexOf('/'));
    }

    /** Neither statements nor files have an order that would show. */
    @TestFactory
    Stream<DynamicTest> acceptedInAnyOrder() {
        return Case.accepted().stream()
                .map(it -> DynamicTest.dynamicTest(it.name(), () -> {
                    for (int seed = 0; seed < 5; seed++) {
                        Random random = new Random(seed);
                        List<String> names = new ArrayList<>(it.sources().keySet());
                        Collections.shuffle(names, random);
                        Map<String, String> shuffled = new LinkedHashMap<>();
                        names.forEach(name ->
                                shuffled.put(name, Shuffle.of(it.sources().get(name), random)));
                        assertSameArtifacts(it, it.compile(shuffled), "seed " + seed + "\n" + shuffled);
                    }
                }));
    }

    @Test
    void rejectedInAnyOrderOfFiles() {
        for (Case rejected : Case.rejected()) {
            List<String> names = new ArrayList<>(rejected.sources().keySet());
            Collections.reverse(names);
            Map<String, String> reversed = new LinkedHashMap<>();
            names.forEach(name -> reversed.put(name, rejected.sources().get(name)));
            assertThat(Case.diagnostics(rejected.compileAll(reversed)))
                    .as("%s", rejected)
                    .isEqualTo(Goldens.read(rejected.golden()));
        }
    }

    /** In Turkish, the lower case of `I` is none of ASCII's letters; in Arabic, digits are others. */
    @Test
    void acceptedAnywhere() {
        Locale locale = Locale.getDefault();
        TimeZone timeZone = TimeZone.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-SA-u-nu-arab", "th-TH-u-ca-buddhist")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                Case.accepted().forEach(it -> assertSameArtifacts(it, it.compile(), tag));
                Case.rejected()
                        .forEach(it -> assertThat(Case.diagnostics(it.compileAll(it.sources())))
                                .as("%s in %s", it, tag)
                                .isEqualTo(Goldens.read(it.golden())));
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(timeZone);
        }
    }

    private static void assertSameArtifacts(Case accepted, CompileResult result, String how) {
        assertThat(result.hasErrors()).as(how + Case.diagnostics(result)).isFalse();
        SortedMap<String, String> expected = Goldens.files(accepted.golden());
        expected.remove(WARNINGS);
        assertThat(Case.artifacts(result)).as(how).isEqualTo(expected);
    }

    @Test
    void everyRuleThatThisModuleReportsHasACase() throws IOException {
        Set<String> shown = new TreeSet<>();
        Case.rejected().forEach(it -> shown.add(ruleOf(it)));
        Set<String> reported = new TreeSet<>();
        for (Rule rule : reported()) {
            reported.add(rule.id());
        }
        reported.removeAll(Case.PENDING);
        assertThat(shown).isEqualTo(reported);
    }

    /** The rules that the sources name: there is no other way to report one. */
    private static Set<Rule> reported() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(MAIN)) {
            sources = files.filter(Files::isRegularFile).toList();
        }
        Set<Rule> rules = new TreeSet<>();
        for (Path source : sources) {
            REPORTED.matcher(Files.readString(source))
                    .results()
                    .map(found -> Rule.valueOf(found.group(1)))
                    .forEach(rules::add);
        }
        return rules;
    }

    /** A message continues `error[…]:`, so it begins like the rest of a sentence and has no full stop. */
    @Test
    void messagesAreInTheCommonForm() {
        for (Case rejected : Case.rejected()) {
            rejected.compileAll(rejected.sources()).diagnostics().forEach(diagnostic -> {
                assertThat(diagnostic.message()).matches("(?s)[^A-Z].*[^.!]");
                assertThat(diagnostic.help()).as("help of %s", rejected).isNotNull();
                assertThat(diagnostic.help()).matches("(?s)[^A-Z].*[^.!]");
            });
        }
    }
}
