package dev.knet.testing.natives;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * What the schema of a kind says of an object, with fields refused that it does not know. The schemas are not part of the
 * project: see {@link #folder()}.
 */
public final class Schema {
    private final Map<?, ?> root;

    private Schema(Map<?, ?> root) {
        this.root = root;
    }

    /** Beside the project, or where they are shared. */
    public static Optional<Path> folder() {
        return Stream.of("../../shared/schemas", "../shared/schemas", "/work/shared/schemas")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** Of a JSON schema, or of a resource definition with one version. */
    public static Schema of(String file) throws IOException {
        Map<?, ?> read = new Yaml().load(Files.readString(folder().orElseThrow().resolve(file)));
        return Raw.list(read, "spec", "versions").stream()
                .findFirst()
                .map(it -> (Map<?, ?>) Raw.get(it, "schema", "openAPIV3Schema").orElseThrow())
                .map(Schema::new)
                .orElseGet(() -> new Schema(read));
    }

    /** Everything that is wrong. */
    public List<String> violations(Object object) {
        List<String> found = new ArrayList<>();
        check(root, object, "", found);
        return found;
    }

    private static void check(Map<?, ?> schema, Object value, String path, List<String> found) {
        if (schema.containsKey("enum") && !((List<?>) schema.get("enum")).contains(value)) {
            found.add(path + ": " + value + " is none of " + schema.get("enum"));
        }
        for (String way : List.of("oneOf", "anyOf")) {
            if (schema.containsKey(way)) {
                long fitting = ((List<?>) schema.get(way))
                        .stream().filter(it -> fits((Map<?, ?>) it, value)).count();
                if (fitting == 0 || way.equals("oneOf") && fitting > 1) {
                    found.add(path + ": " + fitting + " fit of " + way);
                }
            }
        }
        if (value instanceof Map<?, ?> map) {
            object(schema, map, path, found);
        } else if (value instanceof List<?> list) {
            type(schema, "array", path, found);
            bounds(schema, "Items", list.size(), path, found);
            for (int i = 0; i < list.size(); i++) {
                if (schema.get("items") instanceof Map<?, ?> items) {
                    check(items, list.get(i), path + "[" + i + "]", found);
                }
            }
        } else if (value instanceof String text) {
            type(schema, "string", path, found);
            bounds(schema, "Length", text.length(), path, found);
            if (schema.containsKey("pattern")
                    && !java.util.regex.Pattern.compile(schema.get("pattern").toString())
                            .matcher(text)
                            .find()) {
                found.add(path + ": " + text + " is not like " + schema.get("pattern"));
            }
        } else if (value instanceof Number number) {
            number(schema, new BigDecimal(number.toString()), path, found);
        }
    }

    private static boolean fits(Map<?, ?> schema, Object value) {
        List<String> found = new ArrayList<>();
        check(schema, value, "", found);
        found.removeIf(it -> it.endsWith("is unknown"));
        return found.isEmpty();
    }

    private static void type(Map<?, ?> schema, String type, String path, List<String> found) {
        boolean isEither = Boolean.TRUE.equals(schema.get("x-kubernetes-int-or-string"))
                || "int-or-string".equals(schema.get("format"));
        Object wanted = schema.get("type");
        boolean isOne = wanted instanceof List<?> some ? some.contains(type) : type.equals(wanted);
        if (wanted != null && !isOne && !isEither) {
            found.add(path + ": is a " + type + " and no " + wanted);
        }
    }

    private static void bounds(Map<?, ?> schema, String what, int size, String path, List<String> found) {
        Object least = schema.get("min" + what);
        Object most = schema.get("max" + what);
        if (least instanceof Number one && size < one.intValue()
                || most instanceof Number other && size > other.intValue()) {
            found.add(path + ": " + size + " " + what);
        }
    }

    private static void number(Map<?, ?> schema, BigDecimal number, String path, List<String> found) {
        type(schema, "number".equals(schema.get("type")) ? "number" : "integer", path, found);
        boolean isLow =
                schema.get("minimum") instanceof Number least && number.compareTo(new BigDecimal(least.toString())) < 0;
        boolean isHigh =
                schema.get("maximum") instanceof Number most && number.compareTo(new BigDecimal(most.toString())) > 0;
        if (isLow || isHigh) {
            found.add(path + ": " + number + " is out of bounds");
        }
    }

    private static void object(Map<?, ?> schema, Map<?, ?> map, String path, List<String> found) {
        type(schema, "object", path, found);
        bounds(schema, "Properties", map.size(), path, found);
        for (Object required : Raw.list(schema, "required")) {
            if (!map.containsKey(required)) {
                found.add(path + ": has no " + required);
            }
        }
        Map<?, ?> known = (Map<?, ?>) Raw.get(schema, "properties").orElse(Map.of());
        Optional<Object> others = Raw.get(schema, "additionalProperties");
        map.forEach((key, value) -> {
            if (known.get(key) instanceof Map<?, ?> own) {
                check(own, value, path + "." + key, found);
            } else if (others.isPresent() && others.get() instanceof Map<?, ?> other) {
                check(other, value, path + "." + key, found);
            } else if (!known.isEmpty()) {
                found.add(path + "." + key + " is unknown");
            }
        });
    }
}
