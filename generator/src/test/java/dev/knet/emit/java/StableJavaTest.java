package dev.knet.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.emit.Artifact;
import dev.knet.testing.Shuffle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files change where the topology does, and nowhere else. */
class StableJavaTest {
    private static final String TEXT = """
            package com.acme.shop
            topology shop

            namespace shop {
              deployment web { image "web:1"; port http tcp/8080 }
              deployment api { image "api:1"; port http tcp/8081 }
              deployment db { image "db:1"; port sql tcp/5432 }
              pod client { image "client:1" }
              service web-service for web on tcp/80 -> http
              service db for db on tcp/5432
              group clients = client, api
              deny all
              web allows client
              db allows api
            }
            namespace ops { pod mon { image "mon:1" } }
            """;

    static Stream<String> texts() throws IOException {
        Stream.Builder<String> texts = Stream.<String>builder().add(TEXT).add(Everything.TEXT);
        for (Path file : JavaEmitterTest.sampleFiles()) {
            texts.add(Files.readString(file));
        }
        return texts.build();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theOrderOfStatementsDoesNotShow(String text) {
        List<Artifact> files = Sample.of(text).java();
        Random random = new Random(7);
        for (int i = 0; i < 4; i++) {
            assertThat(Sample.of(Shuffle.of(text, random)).java()).isEqualTo(files);
        }
    }

    @Test
    void aWorkloadMore() {
        assertThat(changed("pod client {", "pod other { image \"other:1\" }\npod client {"))
                .containsExactly("Other", "Shop");
        assertThat(changed("pod mon {", "pod other { image \"other:1\" }\npod mon {"))
                .containsExactly("Other", "Shop");
        assertThat(lines("Shop", "pod mon {", "pod other { image \"other:1\" }\npod mon {"))
                .isLessThanOrEqualTo(30);
    }

    @Test
    void aServiceMore() {
        assertThat(changed("service db", "service api for api on tcp/80 -> http\nservice db"))
                .containsExactly("ApiService", "Shop");
    }

    @Test
    void aNamespaceMore() {
        assertThat(changed("namespace ops", "namespace more { }\nnamespace ops"))
                .containsExactly("MoreNamespace", "Shop");
    }

    @Test
    void anotherImage() {
        assertThat(changed("web:1", "web:2")).containsExactly("Web");
        assertThat(lines("Web", "web:1", "web:2")).isEqualTo(2);
    }

    /** A sentence without ports is about it too; and the facade says of a thing what its class says. */
    @Test
    void aPortMore() {
        assertThat(changed("port http tcp/8080", "port http tcp/8080; port admin tcp/9090"))
                .containsExactly("Client", "Shop", "Web");
    }

    @Test
    void aPortOfAServiceMore() {
        assertThat(changed("on tcp/5432", "on tcp/5432, tcp/5433 -> sql")).containsExactly("DbService", "Shop");
    }

    /** Whoever is in a sentence quotes it. */
    @Test
    void aSentenceMore() {
        assertThat(changed("db allows api", "db allows api\nweb allows api")).containsExactly("Api", "Shop", "Web");
        assertThat(changed("db allows api", "db allows api, client")).containsExactly("Api", "Client", "Db", "Shop");
    }

    @Test
    void aGroupMore() {
        assertThat(changed("group clients", "group both = web, api\ngroup clients"))
                .containsExactly("Both", "Shop");
    }

    private static Set<String> changed(String from, String to) {
        Map<String, String> before = Compiled.sources(Sample.of(TEXT).java());
        Map<String, String> after = Compiled.sources(Sample.of(edited(from, to)).java());
        Set<String> changed = new TreeSet<>();
        after.forEach((path, text) -> {
            if (!text.equals(before.get(path))) {
                changed.add(path.replace("com/acme/shop/", "").replace(".java", ""));
            }
        });
        assertThat(after).containsKeys(before.keySet().toArray(String[]::new));
        return changed;
    }

    /** How many lines of a file are in one of the two only, both times counted. */
    private static int lines(String file, String from, String to) {
        List<String> before = linesOf(Sample.of(TEXT).text(file + ".java"));
        List<String> after = linesOf(Sample.of(edited(from, to)).text(file + ".java"));
        long gone = before.stream().filter(line -> !after.contains(line)).count();
        long come = after.stream().filter(line -> !before.contains(line)).count();
        return (int) (gone + come);
    }

    private static List<String> linesOf(String text) {
        return Arrays.asList(text.split("\n"));
    }

    private static String edited(String from, String to) {
        String text = TEXT.replace(from, to);
        assertThat(text).isNotEqualTo(TEXT);
        return text;
    }
}
