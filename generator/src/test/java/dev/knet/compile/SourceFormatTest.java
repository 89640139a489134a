package dev.knet.compile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sources change, and where they first do. */
final class SourceFormatTest {

    @Test
    void eachSourceByItself() {
        SourceFormat.Result result = SourceFormat.format(List.of(
                source("wrong.knet", "web  allows"),
                source("right.knet", "deny all\n"),
                source("other.knet", "deny   all")));

        assertThat(result.diagnostics()).extracting(Diagnostic::rule).containsExactly(Rule.SYNTAX);
        assertThat(result.changes())
                .extracting(SourceFormat.Change::displayName)
                .containsExactly("src/other.knet");
        assertThat(result.changes()).extracting(SourceFormat.Change::text).containsExactly("deny all\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'deny all', 1",
        "'deny all\n\n', 2",
        "'\uFEFFdeny all\n', 1",
        "'deny all\r\ndeny ingress\r\n', 1",
        "'deny all\n// x \n', 2",
        "'deny all\n\n\ndeny ingress\n', 3",
    })
    void theFirstLineThatDiffers(String text, int line) {
        assertThat(SourceFormat.format(List.of(source("x.knet", text))).changes())
                .singleElement()
                .extracting(SourceFormat.Change::line)
                .isEqualTo(line);
    }

    private static CompileRequest.Source source(String path, String text) {
        return new CompileRequest.Source("src/" + path, path, text.getBytes(UTF_8));
    }
}
