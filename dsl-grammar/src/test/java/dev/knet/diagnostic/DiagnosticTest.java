package dev.knet.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The catalogue of rules, and the order of problems. */
final class DiagnosticTest {

    @Test
    void idsAreUniqueAndInOrder() {
        assertThat(Rule.values())
                .extracting(Rule::id)
                .allMatch(id -> id.matches("KNET\\d{4}"))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void titlesAreUniqueAndHaveNoFullStop() {
        assertThat(Rule.values())
                .extracting(Rule::title)
                .allMatch(title -> title.matches(".*[a-z]"))
                .doesNotHaveDuplicates();
    }

    @Test
    void errorsAndWarnings() {
        Span span = SourceFile.of("x.knet", "").whole();
        assertThat(Diagnostic.of(Rule.SYNTAX, span, "m").isError()).isTrue();
        assertThat(Diagnostic.of(Rule.NO_EFFECT, span, "m").isError()).isFalse();
        assertThat(Arrays.stream(Severity.values()).map(Severity::word)).containsExactly("error", "warning");
    }

    @Test
    void byFileThenPlaceThenRuleThenMessage() {
        SourceFile a = SourceFile.of("a.knet", "xyz");
        SourceFile b = SourceFile.of("b.knet", "xyz");
        List<Diagnostic> ordered = List.of(
                Diagnostic.of(Rule.SYNTAX, new Span(a, 0, 3), "m"),
                Diagnostic.of(Rule.SYNTAX, new Span(a, 1, 1), "l"),
                Diagnostic.of(Rule.SYNTAX, new Span(a, 1, 1), "m"),
                Diagnostic.of(Rule.ENCODING, new Span(a, 1, 1), "a"),
                Diagnostic.of(Rule.SYNTAX, new Span(b, 0, 1), "m"));
        List<Diagnostic> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(1));
        assertThat(shuffled.stream().sorted(Diagnostic.IN_ORDER)).isEqualTo(ordered);
    }

    @Test
    void isAValue() {
        Span span = SourceFile.of("x.knet", "").whole();
        Diagnostic plain = Diagnostic.of(Rule.SYNTAX, span, "m");
        Diagnostic full = plain.withNote("n").withHelp("h").withLabel(span, "a").withLabel(span, "b");
        assertThat(full)
                .isEqualTo(new Diagnostic(
                        Rule.SYNTAX, span, "m", "n", List.of(new Label(span, "a"), new Label(span, "b")), "h"));
        assertThat(plain).isEqualTo(Diagnostic.of(Rule.SYNTAX, span, "m"));
    }
}
