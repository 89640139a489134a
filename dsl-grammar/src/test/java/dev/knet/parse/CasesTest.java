package dev.knet.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.testing.Checked;
import dev.knet.testing.Corpus;
import dev.knet.testing.Goldens;
import dev.knet.testing.TreeDump;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The files in src/test/cases: what is right has a tree, what is wrong has messages. */
final class CasesTest {
    @TestFactory
    Stream<DynamicTest> parse() {
        return new Goldens(Corpus.CASES.resolve("parse"), ".knet", ".tree").tests(CasesTest::tree);
    }

    @TestFactory
    Stream<DynamicTest> reject() {
        return new Goldens(Corpus.CASES.resolve("reject"), ".knet", ".diag").tests(CasesTest::diagnostics);
    }

    @Test
    void eachRuleOfTheTextHasACase() {
        Stream<Rule> rules = Arrays.stream(Rule.values())
                .filter(rule -> rule.id().startsWith("KNET00"))
                // HostileFilesTest has it: a case would be a file of sixteen megabytes.
                .filter(rule -> rule != Rule.TOO_LARGE);
        assertThat(rules)
                .allMatch(
                        rule -> Files.isDirectory(Corpus.CASES.resolve("reject").resolve(rule.id())));
    }

    private static String tree(Path file) {
        Parsed parsed = parsed(file);
        return parsed.tree().map(TreeDump::of).orElseThrow(() -> new AssertionError(Checked.rendered(parsed)));
    }

    private static String diagnostics(Path file) {
        Parsed parsed = parsed(file);
        String rule = file.getParent().getFileName().toString();
        assertThat(parsed.diagnostics())
                .extracting(Diagnostic::rule)
                .extracting(Rule::id)
                .contains(rule);
        return Checked.rendered(parsed);
    }

    private static Parsed parsed(Path file) {
        return Checked.check(Parser.parse(file.getFileName().toString(), Corpus.bytes(file)));
    }
}
