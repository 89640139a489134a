package dev.knet.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.emit.Artifact;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated compiles without a warning and makes what is written as YAML. */
class JavaEmitterTest {

    @ParameterizedTest
    @MethodSource("sampleFiles")
    void theSamples(Path file) {
        assertSame(Sample.of(file));
    }

    static List<Path> sampleFiles() throws IOException {
        try (Stream<Path> paths = Files.walk(Path.of("../samples"))) {
            List<Path> files = paths.filter(path -> path.toString().endsWith(".knet"))
                    .filter(path -> path.toString().contains("src"))
                    .sorted()
                    .toList();
            assertThat(files).hasSizeGreaterThan(5);
            return files;
        }
    }

    @Test
    void everythingInTheLanguage() {
        assertSame(Sample.of(Everything.TEXT));
    }

    @Test
    void theOrderInTheFileDoesNotShow() {
        List<String> statements = new ArrayList<>(List.of(
                "deny all",
                "pod b { image \"x\"; port http tcp/80 }",
                "pod a { image \"x\" }",
                "service b for b on tcp/80",
                "service c external \"x\"",
                "b allows a",
                "a reaches b",
                "a reaches 10.0.0.0/8 on tcp",
                "policy p { b allows anyone on tcp/80 }",
                "pods allow a on any port"));
        List<Artifact> files = inside(statements).java();
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(statements, random);
            assertThat(inside(statements).java()).isEqualTo(files);
        }
    }

    private static Sample inside(List<String> statements) {
        return Sample.of("namespace shop {\n" + String.join("\n", statements) + "\n}");
    }

    @Test
    void filesAreTextOfUnixInTheFolderOfThePackage() {
        Sample sample = Sample.of(Everything.TEXT);
        assertThat(sample.java()).allSatisfy(file -> {
            assertThat(file.kind()).isEqualTo(Artifact.Kind.JAVA);
            assertThat(file.path()).matches("com/acme/everything/[A-Za-z]+\\.java");
            assertThat(file.text()).startsWith("// " + Artifact.MARK);
            assertThat(file.text().lines().skip(1)).first().isEqualTo("package com.acme.everything;");
            assertThat(file.text().lines()).noneMatch(line -> line.endsWith(" ") || line.contains("\t"));
        });
        assertThat(sample.ownJava())
                .allSatisfy(file -> assertThat(file.text()).startsWith("// " + Artifact.headline("shop.knet") + "\n"));
    }

    @Test
    void aTopologyWithoutAnything() {
        Sample empty = Sample.of("topology empty");
        empty.compiled();
        assertThat(empty.ownJava()).hasSize(1);
    }

    private static void assertSame(Sample sample) {
        List<HasMetadata> made = sample.compiled().manifests(sample.facade()).getItems();
        assertThat(made.stream().map(Serialization::asYaml).toList())
                .isEqualTo(sample.objects().stream().map(Serialization::asYaml).toList());
        List<Object> read = new ArrayList<>();
        for (String document : sample.yaml().split("\n---\n")) {
            read.add(Serialization.unmarshal(document, HasMetadata.class));
        }
        assertThat(made.stream().map(JavaEmitterTest::tree).toList())
                .isEqualTo(read.stream().map(JavaEmitterTest::tree).toList());
    }

    private static Object tree(Object object) {
        return Serialization.unmarshal(Serialization.asJson(object), Map.class);
    }

    /** An empty list is a warning of javac's. */
    @Test
    void serviceWithoutPorts() {
        Sample sample =
                Sample.of("deployment web { image \"web:1\"; port tcp/80 }\nservice pods-of-web for web headless");
        sample.compiled();
        assertThat(sample.text("PodsOfWeb.java")).contains("{@link Web}, on all their ports.");
    }
}
