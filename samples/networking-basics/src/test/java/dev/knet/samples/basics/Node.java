package dev.knet.samples.basics;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A value that was read from YAML; what is missing reads as empty. */
record Node(Object value) {

    /** The documents of a file, in their order. */
    static List<Node> documents(Path file) throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        List<Node> documents = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file)) {
            for (Object document : yaml.loadAll(reader)) {
                if (document != null) {
                    documents.add(new Node(document));
                }
            }
        }
        return documents;
    }

    /** What stands at the end of a path of field names. */
    Node at(String... path) {
        Object found = value;
        for (String field : path) {
            found = found instanceof Map<?, ?> map ? map.get(field) : null;
        }
        return new Node(found);
    }

    boolean isPresent() {
        return value != null;
    }

    boolean isEmpty() {
        return fields().isEmpty() && items().isEmpty();
    }

    String text() {
        return value == null ? "" : value.toString();
    }

    List<Node> items() {
        List<Node> items = new ArrayList<>();
        if (value instanceof Collection<?> collection) {
            collection.forEach(item -> items.add(new Node(item)));
        }
        return items;
    }

    Map<String, Node> fields() {
        Map<String, Node> fields = new TreeMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, field) -> fields.put(String.valueOf(name), new Node(field)));
        }
        return fields;
    }

    /** Every leaf under this value, by its path; an empty list or object is a leaf as well. */
    Map<String, Object> leaves() {
        Map<String, Object> leaves = new TreeMap<>();
        collect("", leaves);
        return leaves;
    }

    private void collect(String path, Map<String, Object> leaves) {
        if (isEmpty()) {
            leaves.put(path, value);
            return;
        }
        fields().forEach((name, field) -> field.collect(path + "/" + name, leaves));
        List<Node> items = items();
        for (int i = 0; i < items.size(); i++) {
            items.get(i).collect(path + "[" + i + "]", leaves);
        }
    }
}
