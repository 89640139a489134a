package dev.knet.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.emit.yaml.RandomModel;
import dev.knet.patch.YamlNode.Mapping;
import dev.knet.source.Embedded;
import dev.knet.source.SourceFile;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Any object of any class, merged into nothing, into itself and into another, against the usual way to read it. */
final class RandomMergeTest {
    private static final int EACH = 8;

    private record Outcome(Object object, List<String> messages) {}

    @Test
    void intoNothingAndIntoItself() {
        int right = 0;
        for (Class<?> type : ModelFieldsTest.classes()) {
            for (int seed = 0; seed < EACH; seed++) {
                String json = json(type, seed);
                Object usual = Serialization.unmarshal(json, type);
                Outcome fresh = merge(type, null, json);
                if (fresh.messages.isEmpty()) {
                    assertThat(fresh.object).as("%s %s", type, json).isEqualTo(usual);
                    assertThat(merge(type, usual, json)).isEqualTo(new Outcome(usual, List.of()));
                    right++;
                } else {
                    // What random objects have and the API server would not take.
                    assertThat(fresh.messages).allMatch(it -> it.contains(" has no `") || it.endsWith(" twice"));
                }
            }
        }
        assertThat(right).isGreaterThan(ModelFieldsTest.classes().size() * EACH * 7 / 10);
    }

    /** Whatever is merged, once more changes nothing, and neither object is changed. */
    @Test
    void intoAnother() {
        for (Class<?> type : ModelFieldsTest.classes()) {
            for (int seed = 0; seed < EACH; seed++) {
                Object base = Serialization.unmarshal(json(type, seed + 1000), type);
                String before = Serialization.asJson(base);
                String json = json(type, seed);
                Outcome merged = merge(type, base, json);
                assertThat(Serialization.asJson(base)).isEqualTo(before);
                if (merged.messages.isEmpty()) {
                    assertThat(merge(type, merged.object, json)).isEqualTo(merged);
                }
            }
        }
    }

    /** JSON is YAML whose texts are all in quotes, if what YAML does not take is escaped. */
    private static String json(Class<?> type, int seed) {
        Object object = new RandomModel(seed * 31L + type.getName().hashCode()).full(type);
        dropUnknown(object);
        StringBuilder json = new StringBuilder();
        for (char c : Serialization.asJson(object).toCharArray()) {
            json.append(c < 0x7F || Character.isSurrogate(c) ? Character.toString(c) : "\\u%04x".formatted((int) c));
        }
        return json.toString();
    }

    /** Random objects have properties that their classes do not know. */
    private static void dropUnknown(Object value) {
        if (value instanceof Collection<?> list) {
            list.forEach(RandomMergeTest::dropUnknown);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(RandomMergeTest::dropUnknown);
        } else if (value != null && ModelFieldsTest.classes().contains(value.getClass())) {
            ModelFields fields = ModelFields.of(value.getClass());
            fields.names().forEach(name -> dropUnknown(fields.get(value, name)));
            fields.set(value, "additionalProperties", new LinkedHashMap<>());
        }
    }

    private static Outcome merge(Class<?> type, @Nullable Object base, String json) {
        String text = Attempts.literally(json);
        int[] offsets = IntStream.rangeClosed(0, text.length()).toArray();
        Problems problems = new Problems(new Embedded(text, SourceFile.of("a.json", text), offsets));
        ScalarReader scalars = new ScalarReader(new Substitution(Map.of(), problems), problems);
        Optional<Mapping> root = YamlReader.read(text, problems);
        assertThat(root).as("%s %s", problems.inOrder(), text).isPresent();
        Object object = new Merge(problems, scalars, scalars).object(type, base, root.get(), FieldPath.ROOT);
        return new Outcome(
                object, problems.inOrder().stream().map(Diagnostic::message).toList());
    }
}
