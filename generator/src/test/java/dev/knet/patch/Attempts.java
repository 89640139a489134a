package dev.knet.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.LineRenderer;
import dev.knet.model.Patch;
import dev.knet.source.Embedded;
import dev.knet.source.SourceFile;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Attempts of tests. The file of one is its text, behind a first line of another, so that lines are numbered from 2. */
final class Attempts {
    private static final String FIRST_LINE = "yaml\n";

    private Attempts() {}

    static Patched patch(HasMetadata object, String text) {
        return patch(object, text, Map.of());
    }

    static Patched patch(HasMetadata object, String text, Map<String, String> parameters) {
        SourceFile file = SourceFile.of("web.knet", FIRST_LINE + text);
        int[] offsets = IntStream.rangeClosed(0, text.length())
                .map(i -> i + FIRST_LINE.length())
                .toArray();
        Patched patched = Patcher.patch(object, new Patch(new Embedded(text, file, offsets), parameters));
        patched.diagnostics().forEach(Attempts::assertInForm);
        if (!patched.diagnostics().isEmpty()) {
            assertThat(patched.object()).isSameAs(object);
        }
        return patched;
    }

    private static void assertInForm(Diagnostic diagnostic) {
        assertThat(diagnostic.message()).matches("(?s)[^A-Z].*[^.!]");
        assertThat(diagnostic.help()).isNotNull().matches("(?s)[^A-Z].*[^.!]");
    }

    static HasMetadata merged(HasMetadata object, String text, Map<String, String> parameters) {
        Patched patched = patch(object, text, parameters);
        assertThat(lines(patched)).isEmpty();
        return patched.object();
    }

    static HasMetadata merged(HasMetadata object, String text) {
        return merged(object, text, Map.of());
    }

    /** `2:7 KNET0502 there is no …`, one for each diagnostic. */
    static List<String> lines(Patched patched) {
        return patched.diagnostics().stream().map(Attempts::line).toList();
    }

    private static String line(Diagnostic diagnostic) {
        return LineRenderer.render(diagnostic).replaceFirst("^web\\.knet:\\[(\\d+),(\\d+)] (KNET\\d+): ", "$1:$2 $3 ");
    }

    /** The text without parameters: what looks like one means itself. */
    static String literally(String text) {
        return text.replace("${", "$${");
    }

    /** As the usual way reads it. */
    static HasMetadata object(String yaml) {
        return Serialization.unmarshal(yaml, HasMetadata.class);
    }
}
