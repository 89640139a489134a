package dev.knet.emit.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knet.lower.Manifest;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a string holds, every reader reads that string. */
class HostileTextTest {
    @Test
    void asValue() {
        for (String text : HostileStrings.all()) {
            assertThat(Samples.roundTrip(text)).as(HostileStrings.shown(text)).isEqualTo(text);
        }
    }

    @Test
    void asItem() {
        for (String text : HostileStrings.all()) {
            List<Object> list = List.of(text, List.of(text, "a"), Map.of("a", text), "b");
            assertThat(Samples.roundTrip(list)).as(HostileStrings.shown(text)).isEqualTo(list);
        }
    }

    @Test
    void asKey() {
        for (String text : HostileStrings.all()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("a key", 1);
            map.put(text, "b");
            assertThat(Samples.roundTrip(map)).as(HostileStrings.shown(text)).isEqualTo(map);
        }
    }

    @Test
    void asKeyAtTheMargin() {
        for (String key : HostileStrings.all()) {
            GenericKubernetesResource object = new GenericKubernetesResource();
            object.setAdditionalProperty(key, "a");
            List<Manifest> manifests = List.of(Samples.manifest(object), Samples.manifest(object));
            assertThat(YamlReaders.read(ManifestYaml.write(List.of(), manifests)))
                    .as(HostileStrings.shown(key))
                    .containsExactly(Map.of(key, "a"), Map.of(key, "a"));
        }
    }

    @Test
    void asKeyOfEveryKindOfValue() {
        for (String text : HostileStrings.all()) {
            Map<String, Object> inner = Collections.singletonMap(text, text);
            for (Object value : List.of(inner, List.of(text), List.of(inner, inner), Map.of(), List.of(), "a\nb\n")) {
                Map<String, Object> map = Collections.singletonMap(text, value);
                List<Object> items = List.of(map, map);
                assertThat(Samples.roundTrip(items))
                        .as(HostileStrings.shown(text))
                        .isEqualTo(items);
            }
        }
    }

    @Test
    void asDataOfTheModel() {
        Map<String, String> data = new LinkedHashMap<>();
        for (String text : HostileStrings.all()) {
            data.put(text, text);
        }
        String text = ManifestYaml.write(
                List.of(),
                List.of(Samples.manifest(new ConfigMapBuilder()
                        .withData(data)
                        .withNewMetadata()
                        .withAnnotations(data)
                        .endMetadata()
                        .build())));
        Samples.assertWellFormed(text);
        Map<?, ?> read = (Map<?, ?>) YamlReaders.read(text).get(0);
        assertThat(read.get("data")).isEqualTo(data);
        assertThat(((Map<?, ?>) read.get("metadata")).get("annotations")).isEqualTo(data);
    }

    @Test
    void inTreesMadeAtRandom() {
        for (int seed = 0; seed < 3000; seed++) {
            Object tree = tree(new Random(seed), 4);
            assertThat(Samples.roundTrip(tree)).as("seed " + seed).isEqualTo(tree);
        }
    }

    private static Object tree(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 6)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt(1 << 20) / 64.0;
            case 3, 4, 5 -> HostileStrings.random(random);
            case 6, 7 -> list(random, depth - 1);
            default -> map(random, depth - 1);
        };
    }

    private static List<Object> list(Random random, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(random.nextInt(10) == 0 ? null : tree(random, depth));
        }
        return list;
    }

    private static Map<String, Object> map(Random random, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(HostileStrings.random(random), random.nextInt(10) == 0 ? null : tree(random, depth));
        }
        return map;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\ud800", "\udc00a", "\ude00\ud83d", "a\nb\ud83d", "\ud83d\ud83d\ude00"})
    void halfASurrogatePairIsRefused(String text) {
        for (Object value : List.of(text, List.of(text), Map.of(text, 1))) {
            assertThatThrownBy(() -> Samples.roundTrip(value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("half a surrogate pair, U+D");
        }
    }
}
