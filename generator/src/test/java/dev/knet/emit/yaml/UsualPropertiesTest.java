package dev.knet.emit.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read by getters is what reflection reads: all of it, in the same order. */
class UsualPropertiesTest {
    private static final String MODEL = "io.fabric8.kubernetes.api.model.";

    @Test
    void areAllThatTheClassesHave() throws Exception {
        List<String> usual = new ArrayList<>();
        for (Class<?> type : ModelClasses.all()) {
            Properties byGetters = UsualProperties.of(type.getName().substring(MODEL.length()));
            if (byGetters != null) {
                usual.add(type.getSimpleName());
                Object object = new RandomModel(1).full(type);
                assertThat(read(object, byGetters))
                        .as(type.getName())
                        .isEqualTo(read(object, FieldProperties.of(type)));
            }
        }
        assertThat(usual).hasSize(23).contains("Pod", "NetworkPolicySpec", "DeploymentSpec");
    }

    private static List<Object> read(Object object, Properties properties) {
        List<Object> read = new ArrayList<>();
        properties.read(object, new Properties.Visitor() {
            @Override
            public void property(String key, Object value) {
                read.add(List.of(key, value));
            }

            @Override
            public void freeForm(String key, Object value) {
                read.add(Map.of(key, value));
            }

            @Override
            public void additional(Map<?, ?> properties) {
                read.add(properties);
            }
        });
        return read;
    }
}
