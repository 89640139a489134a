package dev.knet.samples.boutique;

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

    boolean isNumber() {
        return value instanceof Integer;
    }

    int number() {
        return Integer.parseInt(text());
    }

    String text() {
        return value == null ? "" : value.toString();
    }

    String textOr(String missing) {
        return value == null ? missing : value.toString();
    }

    List<Node> items() {
        List<Node> items = new ArrayList<>();
        if (value instanceof Collection<?> collection) {
            collection.forEach(item -> items.add(new Node(item)));
        }
        return items;
    }

    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, text) -> texts.put(String.valueOf(name), String.valueOf(text)));
        }
        return texts;
    }

    /** Fails where a field is set that the reader of this value does not look at. */
    void hasOnly(String... fields) {
        if (value instanceof Map<?, ?> map && !List.of(fields).containsAll(map.keySet())) {
            throw new AssertionError("only " + List.of(fields) + " are looked at, but there is more in " + map);
        }
    }
}
