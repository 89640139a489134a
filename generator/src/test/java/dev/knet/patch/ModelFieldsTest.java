package dev.knet.patch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the merge takes for granted of every class that an object with a patch may hold. */
final class ModelFieldsTest {
    private static final Set<Class<?>> CLASSES = find();

    /** All that the kinds with a patch are made of. */
    static Set<Class<?>> classes() {
        return CLASSES;
    }

    private static Set<Class<?>> find() {
        Deque<Class<?>> next = new ArrayDeque<>(List.of(
                Namespace.class,
                Service.class,
                Pod.class,
                Deployment.class,
                StatefulSet.class,
                DaemonSet.class,
                Job.class,
                CronJob.class));
        Set<Class<?>> classes = new LinkedHashSet<>();
        while (!next.isEmpty()) {
            Class<?> type = next.poll();
            if (classes.add(type)) {
                ModelFields fields = ModelFields.of(type);
                fields.names().forEach(name -> addObjects(fields.type(name), next));
            }
        }
        return classes;
    }

    private static void addObjects(Type type, Deque<Class<?>> to) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                addObjects(argument, to);
            }
        } else if (Wanted.of(type) == Wanted.OBJECT) {
            to.add((Class<?>) type);
        }
    }

    @Test
    void fieldsAreCalledAsInTheFormat() throws ReflectiveOperationException {
        Set<Class<?>> classes = classes();
        assertThat(classes).hasSizeGreaterThan(150);
        for (Class<?> type : classes) {
            assertThat(type.getSuperclass()).isEqualTo(Object.class);
            for (String name : ModelFields.of(type).names()) {
                Field field = type.getDeclaredField(name);
                assertThat(field.getAnnotation(JsonProperty.class).value()).isEqualTo(name);
            }
        }
    }

    @Test
    void fieldsAreOfTheKnownTypes() {
        for (Class<?> type : classes()) {
            assertThat(type.getName()).startsWith("io.fabric8.kubernetes.api.model.");
            ModelFields fields = ModelFields.of(type);
            for (String name : fields.names()) {
                if (fields.type(name) instanceof ParameterizedType generic) {
                    assertThat(generic.getRawType()).isIn(List.class, Map.class);
                }
            }
        }
    }

    /** The fields that tell items exist, and are words. */
    @Test
    void keysOfListsAreFields() {
        Set<String> found = new TreeSet<>();
        for (Class<?> type : classes()) {
            ModelFields fields = ModelFields.of(type);
            for (String name : fields.names()) {
                for (String key : ListKeys.of(type, name)) {
                    found.add(type.getSimpleName() + "." + name);
                    Class<?> item = (Class<?>) ((ParameterizedType) fields.type(name)).getActualTypeArguments()[0];
                    assertThat(Wanted.of(ModelFields.of(item).type(key)).isWord())
                            .isTrue();
                }
            }
        }
        assertThat(found).isEqualTo(ListKeys.all());
    }

    @Test
    void copiesHoldAllThatIsThere() {
        for (Class<?> type : classes()) {
            ModelFields fields = ModelFields.of(type);
            assertThat(fields.copy(fields.blank())).isEqualTo(fields.blank()).isNotSameAs(fields.blank());
        }
    }
}
