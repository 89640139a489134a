package dev.knet.samples.basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generated manifests say what the hand-written ones say, field by field, and nothing else. */
class ReferenceTest {

    /** What knet puts on every object; no selector of the reference looks at any of it. */
    private static final Set<String> MAY_BE_ADDED = Set.of(
            "/metadata/labels/app",
            "/metadata/labels/app.kubernetes.io/managed-by",
            "/metadata/labels/app.kubernetes.io/part-of");

    @ParameterizedTest
    @ValueSource(strings = {"pod-networking", "services", "headless", "isolation", "access"})
    void theSameObjects(String topology) throws IOException {
        assertThat(generated(topology).keySet())
                .containsExactlyElementsOf(reference(topology).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pod-networking", "services", "headless", "isolation", "access"})
    void everyFieldWithTheSameValue(String topology) throws IOException {
        Map<String, Node> generated = generated(topology);
        reference(topology)
                .forEach((name, reference) ->
                        assertThat(facts(generated.get(name))).as(name).containsAllEntriesOf(facts(reference)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pod-networking", "services", "headless", "isolation", "access"})
    void noFurtherFields(String topology) throws IOException {
        Map<String, Node> generated = generated(topology);
        reference(topology).forEach((name, reference) -> {
            Map<String, Object> more = facts(generated.get(name));
            more.keySet().removeAll(facts(reference).keySet());
            assertThat(more.keySet()).as(name).isSubsetOf(MAY_BE_ADDED);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"pod-networking", "services", "headless", "isolation", "access"})
    void theObjectsAreMarkedAsGenerated(String topology) throws IOException {
        assertThat(generated(topology).values())
                .allSatisfy(object -> assertThat(facts(object))
                        .containsEntry("/metadata/labels/app.kubernetes.io/managed-by", "knet")
                        .containsEntry("/metadata/labels/app.kubernetes.io/part-of", topology));
    }

    private static Map<String, Node> reference(String topology) throws IOException {
        return byName(Path.of("src", "test", "resources", "reference", topology + ".yaml"));
    }

    private static Map<String, Node> generated(String topology) throws IOException {
        String folder = topology.equals("headless") ? "knet-headless" : "knet";
        return byName(Path.of("target", folder, topology + ".yaml"));
    }

    private static Map<String, Node> byName(Path file) throws IOException {
        Map<String, Node> objects = new TreeMap<>();
        List<Node> documents = Node.documents(file);
        for (Node object : documents) {
            objects.put(
                    object.at("kind").text() + " "
                            + object.at("metadata", "name").text(),
                    object);
        }
        assertThat(objects).as("names in %s", file).hasSameSizeAs(documents);
        return objects;
    }

    /** An object's fields by their paths, as the API server understands them; a policy's as its meaning. */
    private static Map<String, Object> facts(Node object) {
        Map<String, Object> facts = object.leaves();
        switch (object.at("kind").text()) {
            case "NetworkPolicy" -> {
                facts.keySet().removeIf(path -> path.startsWith("/spec"));
                facts.put("/spec", Policy.of(object.at("spec")));
            }
            case "Service" -> {
                facts.putIfAbsent("/spec/type", "ClusterIP");
                List<Node> ports = object.at("spec", "ports").items();
                for (int i = 0; i < ports.size(); i++) {
                    String path = "/spec/ports[" + i + "]";
                    facts.putIfAbsent(path + "/protocol", "TCP");
                    facts.putIfAbsent(
                            path + "/targetPort", ports.get(i).at("port").value());
                }
            }
            default -> {}
        }
        return facts;
    }
}
