package dev.knet.emit.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.lower.Manifest;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Manifests for tests, and what must be true of any text that is written. */
final class Samples {
    private Samples() {}

    static Manifest manifest(HasMetadata object, String... sentences) {
        return new Manifest(object, List.of(sentences), List.of(), List.of());
    }

    /** An object that holds anything at all under one key. */
    static GenericKubernetesResource holding(Object value) {
        GenericKubernetesResource resource = new GenericKubernetesResource();
        resource.setAdditionalProperties(Collections.singletonMap("value", value));
        return resource;
    }

    /** The value as it comes back through the writer and every reader. */
    static Object roundTrip(Object value) {
        String text = ManifestYaml.write(List.of(), List.of(manifest(holding(value))));
        assertWellFormed(text);
        List<Object> documents = YamlReaders.read(text);
        assertThat(documents).hasSize(1);
        return ((Map<?, ?>) documents.get(0)).get("value");
    }

    static void assertWellFormed(String text) {
        assertThat(text).endsWith("\n").doesNotEndWith("\n\n");
        text.lines().forEach(line -> assertThat(line).doesNotEndWith(" "));
        text.codePoints()
                .filter(c -> c != '\n')
                .forEach(c -> assertThat(VisibleCharacters.contains(c)).isTrue());
    }
}
