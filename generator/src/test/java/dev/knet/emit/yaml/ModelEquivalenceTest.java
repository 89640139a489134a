package dev.knet.emit.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.KubernetesListBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Our text says what the usual serialization of the same object says, for every class of the model. */
class ModelEquivalenceTest {
    @Test
    void everyPropertyOfEveryClass() throws Exception {
        List<Class<?>> classes = ModelClasses.all();
        assertThat(classes).hasSizeGreaterThan(1000);
        for (Class<?> type : classes) {
            assertEquivalent(new RandomModel(type.getName().hashCode()).full(type), type.getName());
        }
    }

    @Test
    void somePropertiesOfEveryClass() throws Exception {
        for (Class<?> type : ModelClasses.all()) {
            for (int seed = 0; seed < 2; seed++) {
                assertEquivalent(new RandomModel(seed).sparse(type), type.getName() + " " + seed);
            }
        }
    }

    /** The one difference known: an empty list of objects keeps its empty {@code items} there. */
    @Test
    void emptyListOfObjects() {
        Object list = new KubernetesListBuilder().build();
        assertThat(usual(list)).isEqualTo(Map.of("apiVersion", "v1", "kind", "List", "items", List.of()));
        assertThat(Samples.roundTrip(list)).isEqualTo(Map.of("apiVersion", "v1", "kind", "List"));
    }

    private static void assertEquivalent(Object object, String description) {
        assertThat(difference("", Samples.roundTrip(object), usual(object)))
                .as(description)
                .isEmpty();
    }

    private static Object usual(Object object) {
        return ((Map<?, ?>) Serialization.unmarshal(Serialization.asJson(Samples.holding(object)), Map.class))
                .get("value");
    }

    /** The first place where two trees differ; empty if nowhere. Numbers by value: a reader chooses their Java type. */
    private static String difference(String path, Object ours, Object usual) {
        if (ours instanceof Map<?, ?> a
                && usual instanceof Map<?, ?> b
                && a.keySet().equals(b.keySet())) {
            return a.keySet().stream()
                    .map(key -> difference(path + "/" + key, a.get(key), b.get(key)))
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        if (ours instanceof List<?> a && usual instanceof List<?> b && a.size() == b.size()) {
            return IntStream.range(0, a.size())
                    .mapToObj(i -> difference(path + "/" + i, a.get(i), b.get(i)))
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        return Objects.equals(number(ours), number(usual)) ? "" : path + ": " + ours + " | " + usual;
    }

    private static Object number(Object value) {
        return value instanceof Number ? new BigDecimal(value.toString()).stripTrailingZeros() : value;
    }
}
