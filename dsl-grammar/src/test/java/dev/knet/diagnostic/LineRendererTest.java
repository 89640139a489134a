package dev.knet.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import org.junit.jupiter.api.Test;

/** The line that IDEs and build servers parse. */
final class LineRendererTest {

    @Test
    void fileLineColumnMessage() {
        SourceFile file = SourceFile.of("/work/src/main/knet/shop.knet", "pod a\npod a\n");
        Diagnostic diagnostic = Diagnostic.of(Rule.DUPLICATE_NAME, new Span(file, 10, 11), "two things are called `a`")
                .withHelp("not on this line");
        assertThat(LineRenderer.render(diagnostic))
                .isEqualTo("/work/src/main/knet/shop.knet:[2,5] KNET0102: two things are called `a`");
    }

    @Test
    void isOneLineWhateverIsInIt() {
        SourceFile file = SourceFile.of("a\nb.knet", "\n");
        Diagnostic diagnostic = Diagnostic.of(Rule.SYNTAX, new Span(file, 1, 1), "x\r\ny\u2028\u202Ez");
        assertThat(LineRenderer.render(diagnostic))
                .isEqualTo("a\\nb.knet:[2,1] KNET0001: x\\u{d}\\ny\\u{2028}\\u{202e}z");
    }
}
