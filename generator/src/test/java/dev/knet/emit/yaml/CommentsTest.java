package dev.knet.emit.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.lower.Manifest;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No comment changes what the documents say, and none hides what it says itself. */
class CommentsTest {
    private static final NetworkPolicy POLICY = new NetworkPolicyBuilder()
            .withNewMetadata()
            .withName("web")
            .endMetadata()
            .withNewSpec()
            .withNewPodSelector()
            .endPodSelector()
            .addNewIngress()
            .addNewFrom()
            .withNewPodSelector()
            .endPodSelector()
            .endFrom()
            .endIngress()
            .addNewIngress()
            .endIngress()
            .addNewEgress()
            .addNewPort()
            .withProtocol("TCP")
            .endPort()
            .endEgress()
            .endSpec()
            .build();

    private static final List<Object> READ = YamlReaders.read(write("a"));

    private static String write(String comment) {
        List<String> lines = List.of("first", comment, "last");
        Manifest manifest = new Manifest(POLICY, lines, List.of(lines, lines), List.of(lines));
        return ManifestYaml.write(lines, List.of(manifest, manifest));
    }

    @Test
    void documentsAreReadAsWithoutThem() {
        Set<String> comments = HostileStrings.all();
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            comments.add(HostileStrings.random(random));
        }
        comments.addAll(List.of(
                "\ud800", "\udc00\ud800", "a\n---\nkind: Secret", "\r---\rkind: Secret", "a\u2028kind: Secret"));
        for (String comment : comments) {
            String text = write(comment);
            Samples.assertWellFormed(text);
            assertThat(text.lines()).hasSameSizeAs(write("a").lines().toList());
            assertThat(YamlReaders.read(text)).as(HostileStrings.shown(comment)).isEqualTo(READ);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "web allows client,# web allows client",
                "``,#",
                "`   `,#",
                "` a  `,#  a",
                "`a\nb`,# a\\u{a}b",
                "`a\r\nb`,# a\\u{d}\\u{a}b",
                "`a\tb`,# a\\u{9}b",
                "\u202eevil\u2066,# \\u{202e}evil\\u{2066}",
                "\ufeff日本\udb40\udc01!,# \\u{feff}日本\\u{e0001}!",
                "# a: 'b' \\,# # a: 'b' \\",
            })
    void showWhatTheyHold(String text, String written) {
        StringBuilder out = new StringBuilder();
        Comments.write(out, text);
        assertThat(out).hasToString(written);
    }

    @Test
    void standAboveWhatTheyExplain() {
        Manifest manifest = new Manifest(
                POLICY,
                List.of("the object"),
                List.of(List.of("first in"), List.of("second", "in")),
                List.of(List.of("out")));
        assertThat(ManifestYaml.write(List.of(), List.of(manifest))).isEqualTo("""
                # the object
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: web
                spec:
                  podSelector: {}
                  ingress:
                  # first in
                  - from:
                    - podSelector: {}
                  # second
                  # in
                  - {}
                  egress:
                  # out
                  - ports:
                    - protocol: TCP
                """);
    }

    @Test
    void fewerThanRulesLeaveTheRestWithout() {
        Manifest manifest = new Manifest(POLICY, List.of(), List.of(List.of("first in")), List.of());
        assertThat(ManifestYaml.write(List.of(), List.of(manifest)).lines().filter(line -> line.contains("#")))
                .containsExactly("  # first in");
    }

    @Test
    void ofEqualRulesStayApart() {
        List<List<String>> sentences = new ArrayList<>();
        NetworkPolicy policy = new NetworkPolicyBuilder(POLICY)
                .editSpec()
                .withIngress(List.of())
                .addNewIngress()
                .endIngress()
                .addNewIngress()
                .endIngress()
                .withEgress(List.of())
                .addNewEgress()
                .endEgress()
                .endSpec()
                .build();
        sentences.add(List.of("a"));
        sentences.add(List.of("b"));
        String text = ManifestYaml.write(
                List.of(), List.of(new Manifest(policy, List.of(), sentences, List.of(List.of("c")))));
        assertThat(text).endsWith("""
                  ingress:
                  # a
                  - {}
                  # b
                  - {}
                  egress:
                  # c
                  - {}
                """);
    }
}
