package dev.knet.emit.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.testing.MergedObjects;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Objects with what a patch brings are written like any other: every reader reads what the usual way writes. */
class MergedObjectsTest {
    @TestFactory
    Stream<DynamicTest> areReadAsTheyAre() {
        return MergedObjects.all().stream()
                .map(object -> DynamicTest.dynamicTest(object.getKind(), () -> {
                    String text = ManifestYaml.write(List.of(), List.of(Samples.manifest(object)));
                    Samples.assertWellFormed(text);
                    Object usual = Serialization.unmarshal(Serialization.asJson(object), Map.class);
                    assertThat(YamlReaders.read(text)).isEqualTo(List.of(usual));
                    assertThat(Serialization.unmarshal(text, HasMetadata.class)).isEqualTo(object);
                }));
    }

    @Test
    void layoutOfAStatefulSet() {
        HasMetadata object = MergedObjects.all().stream()
                .filter(it -> it.getKind().equals("StatefulSet"))
                .findFirst()
                .orElseThrow();
        assertThat(ManifestYaml.write(List.of(), List.of(Samples.manifest(object))))
                .endsWith("""
                  template:
                    metadata:
                      labels:
                        app: web
                    spec:
                      containers:
                      - name: web
                        image: nginx:1.27
                        ports:
                        - name: http
                          containerPort: 8080
                          protocol: TCP
                  volumeClaimTemplates:
                  - apiVersion: v1
                    kind: PersistentVolumeClaim
                    metadata:
                      name: data
                      labels:
                        disk: fast
                    spec:
                      resources:
                        requests:
                          storage: 10Gi
                      accessModes:
                      - ReadWriteOnce
                      storageClassName: fast
                  persistentVolumeClaimRetentionPolicy:
                    whenDeleted: Retain
                    whenScaled: Delete
                  podManagementPolicy: Parallel
                """);
    }
}
