package dev.knet.emit.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.JsonScalarResolver;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Only what no reader can take for anything but that string stands without quotes. */
class ScalarsTest {
    /** What stands in numbers, dates and reserved words, and a little of what does not. */
    private static final String TRICKY = "0179abefinoxyETZ:-+._/=@ s";

    /**
     * What YAML 1.1 makes of plain scalars, by the expressions on yaml.org/type; the float's as in the text of that page,
     * where any number of dots may follow.
     */
    private static final Pattern YAML_1_1 =
            Pattern.compile("y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON"
                    + "|off|Off|OFF|~|null|Null|NULL||=|<<"
                    + "|[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+"
                    + "|[-+]?([0-9][0-9_]*)?\\.[0-9.]*([eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\\.[0-9_]*"
                    + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)"
                    + "|[0-9]{4}-[0-9]{2}-[0-9]{2}"
                    + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\\.[0-9]*)?"
                    + "([ \\t]*(Z|[-+][0-9]{1,2}(:[0-9]{2})?))?");

    /** What the readers behind kubectl (Go) take for more than a string: their integers and floats. */
    private static final Pattern GO = Pattern.compile(
            "[-+]?(0[xX][0-9a-fA-F_]+|0[oO]?[0-7_]+|0[bB][01_]+|[0-9_]+)|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    @Test
    void plainIsAStringInEveryVersion() {
        Resolver yaml11 = new Resolver();
        CoreScalarResolver core = new CoreScalarResolver(true);
        JsonScalarResolver json = new JsonScalarResolver();
        forEachString(4, text -> {
            if (Scalars.isPlain(text)) {
                assertThat(yaml11.resolve(NodeId.scalar, text, true)).as(text).isEqualTo(Tag.STR);
                assertThat(core.resolve(text, true)).as(text).isEqualTo(org.snakeyaml.engine.v2.nodes.Tag.STR);
                assertThat(json.resolve(text, true)).as(text).isEqualTo(org.snakeyaml.engine.v2.nodes.Tag.STR);
                assertThat(YAML_1_1.matcher(text).matches()).as(text).isFalse();
                assertThat(GO.matcher(text).matches()).as(text).isFalse();
            }
        });
    }

    @Test
    void everyShortStringComesBack() {
        List<Object> texts = new ArrayList<>();
        forEachString(3, texts::add);
        assertThat(Samples.roundTrip(texts)).isEqualTo(texts);
    }

    private static void forEachString(int longest, Consumer<String> consumer) {
        forEachString("", longest, consumer);
    }

    private static void forEachString(String beginning, int more, Consumer<String> consumer) {
        consumer.accept(beginning);
        if (more > 0) {
            TRICKY.chars().forEach(c -> forEachString(beginning + (char) c, more - 1, consumer));
        }
    }

    /** What is common in manifests stays readable. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nginx:1.27",
                "ghcr.io/acme/api:1.0.0",
                "registry:5000/a/b@sha256:0a",
                "web-server",
                "app.kubernetes.io/name",
                "TCP",
                "10.0.0.0/8",
                "2001:db8::/32",
                "fd00::/8",
                "256Mi",
                "250m",
                "1Gi",
                "30s",
                "/healthz",
                "-c",
                "--verbose",
                "--port=80",
                "sleep 3600",
                "a",
                "web allows client",
                "north",
                "none",
                "Yesterday",
                "e3",
                "1.27-alpine",
                "networking.k8s.io/v1"
            })
    void plain(String text) {
        assertThat(Scalars.isPlain(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no",
                "YES",
                "tRue",
                "~",
                "null",
                "y",
                "443",
                "1e3",
                "1.0",
                "192.168.1.1",
                "0x1F",
                "012",
                "1_000",
                "12:30:45",
                "2024-01-01",
                "+1",
                "-1",
                ".inf",
                "inf",
                "-inf",
                "NaN",
                "=",
                "<<",
                "1E",
                "1T",
                "0x1p-2",
                "a ",
                "a:",
                "a: b",
                "a #b",
                "a  b",
                "é",
                "*.example.com",
                "*/5 * * * *",
                "a,b",
                "a\tb",
                "---",
                "-",
                "--",
                "- a",
                "::1",
                ".a",
                "_a",
                "@a",
                "1 000"
            })
    void quoted(String text) {
        assertThat(Scalars.isPlain(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "no, \"no\"",
                "a\"b\\c, \"a\\\"b\\\\c\"",
                "é 日本語 😀, \"é 日本語 😀\"",
                "a\u0000\u001f\u007f, \"a\\u0000\\u001f\\u007f\"",
                "`\b\f\r\t-`, \"\\b\\f\\r\\t-\"",
                "\u0085\u00a0\u2028\u202e\ufeff-, \"\\u0085\\u00a0\\u2028\\u202e\\ufeff-\"",
                "a\udb40\udc01, \"a\\U000e0001\"",
            })
    void escapes(String text, String written) {
        StringBuilder out = new StringBuilder();
        Scalars.write(out, text);
        assertThat(out).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`a\nb`, `|-\n  a\n  b`",
                "`a\nb\n`, `|\n  a\n  b`",
                "`a\n\n b: #\n`, `|\n  a\n\n   b: #`",
                "`a\n\n`, `\"a\\n\\n\"`",
                "`\na`, `\"\\na\"`",
                "` a\nb`, `\" a\\nb\"`",
                "`a \nb`, `\"a \\nb\"`",
                "`a\n\tb`, `\"a\\n\\tb\"`",
                "`a\r\nb`, `\"a\\r\\nb\"`",
                "`a\u2028\nb`, `\"a\\u2028\\nb\"`",
            })
    void severalLines(String text, String written) {
        StringBuilder out = new StringBuilder();
        Scalars.write(out, text, "\n  ");
        assertThat(out).hasToString(written);
    }
}
