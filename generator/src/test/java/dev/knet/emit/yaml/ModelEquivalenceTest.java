package dev.knet.emit.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.KubernetesListBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            for (int seed = 0; seed < 3; seed++) {
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

    static void assertEquivalent(Object object, String description) {
        Object read = Samples.roundTrip(object);
        assertThat(normal(read)).as(description).isEqualTo(normal(usual(object)));
    }

    private static Object usual(Object object) {
        return ((Map<?, ?>) Serialization.unmarshal(Serialization.asJson(Samples.holding(object)), Map.class))
                .get("value");
    }

    /** Numbers by value: a reader may choose any Java type for one. */
    private static Object normal(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> normal = new LinkedHashMap<>();
            map.forEach((key, v) -> normal.put(key, normal(v)));
            return normal;
        }
        if (value instanceof List<?> list) {
            List<Object> normal = new ArrayList<>();
            list.forEach(v -> normal.add(normal(v)));
            return normal;
        }
        return value instanceof Number ? new BigDecimal(value.toString()).stripTrailingZeros() : value;
    }
}
