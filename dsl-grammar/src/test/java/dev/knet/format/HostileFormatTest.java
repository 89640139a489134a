package dev.knet.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.parse.Parser;
import dev.knet.source.SourceFile;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files so large that whatever is not linear would take hours, or more memory than there is; the time-out is there to
 * end that, and measures nothing.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HostileFormatTest {
    private static final int SIZE = 500_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "|deny all;|",
                "|deny all\\n|",
                "|;|",
                "|/**/|",
                "deny all;|/**/|deny ingress",
                "deny all|/**/|",
                "deny all|/*\\n*/|",
                "deny all;|/*\\n*/ |deny ingress",
                "a |/*\\n*/|allows b",
                "a allows b|,\\n/*\\n*/b|",
                "a allows pods(|a,\\n|b)",
                "a allows pods(|//\\n|b)",
                "namespace n {|pod a { container b { image \"x\" } };|}",
                "pod a {|image \"\"\"\\n\"\"\";|}",
                "pod a { command \"\"\"\\n\"\"\"|, \"\"\"\\n  a\\n  \"\"\"|}",
                "pod a { image \"\"\"|\\n |\"\"\" /*\\n\\n*/ }",
                "pod a { image \"\"\"\\n|a\\n|\"\"\" }",
            })
    void monotonous(String start, String part, String end) {
        String repeated = unescaped(part).repeat(SIZE / part.length());
        once(unescaped(start) + repeated + unescaped(end));
    }

    /** Where the indentation of one line is added to each of many others. */
    @Test
    void farIn() {
        String far = " ".repeat(SIZE);
        String many = "\n".repeat(100) + "a\n".repeat(SIZE);
        once(far + "/*" + many + "*/");
        once("pod a { image \"\"\"\n" + far + "\"\"\" /*" + many + "*/ }");
        once("pod a { command \"\"\"\n" + far + "\"\"\", \"\"\"" + many + "\"\"\" }");
    }

    @Test
    void deepNestingCannotBeReadAndStays() {
        for (String brackets : new String[] {"{", "(", "pod a {", "a allows pods("}) {
            String text = brackets.repeat(SIZE / brackets.length());
            assertThat(Formatter.format(SourceFile.of("x.knet", text)).text()).isEqualTo(text);
        }
    }

    private static void once(String text) {
        SourceFile file = SourceFile.of("x.knet", text);
        assertThat(Parser.parse(file).diagnostics()).isEmpty();
        String formatted = Formatter.format(file).text();
        assertThat(formatted.length()).isLessThan(12 * text.length());
        assertThat(Formatter.format(SourceFile.of("x.knet", formatted)).text().equals(formatted))
                .isTrue();
    }

    private static String unescaped(String text) {
        return text == null ? "" : text.replace("\\n", "\n");
    }
}
