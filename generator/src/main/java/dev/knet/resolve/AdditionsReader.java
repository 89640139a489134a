package dev.knet.resolve;

import dev.knet.diagnostic.Rule;
import dev.knet.model.Additions;
import dev.knet.model.KubernetesNames;
import dev.knet.model.Patch;
import dev.knet.source.Span;
import dev.knet.syntax.Annotations;
import dev.knet.syntax.Label;
import dev.knet.syntax.Yaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads annotations and pieces of YAML. */
final class AdditionsReader {
    private static final int MOST_BYTES = 256 * 1024;

    private final Parameters parameters;
    private final Problems problems;

    AdditionsReader(Parameters parameters, Problems problems) {
        this.parameters = parameters;
        this.problems = problems;
    }

    Additions read(List<Annotations> annotations, List<Yaml> yaml) {
        List<Patch> patches = new ArrayList<>();
        for (Yaml piece : yaml) {
            patches.add(new Patch(piece.text(), parameters.all()));
        }
        return new Additions(annotations(annotations), patches);
    }

    private SortedMap<String, String> annotations(List<Annotations> statements) {
        SortedMap<String, String> all = new TreeMap<>();
        Map<String, Label> first = new HashMap<>();
        for (Annotations statement : statements) {
            for (Label annotation : statement.annotations()) {
                String key = annotation.key().text();
                Label earlier = first.putIfAbsent(key, annotation);
                if (earlier != null) {
                    problems.twice(annotation, earlier, "annotation `" + key + "`");
                } else if (isKey(key, annotation.key().span())) {
                    all.put(key, parameters.value(annotation.value()));
                }
            }
        }
        if (bytes(all) > MOST_BYTES) {
            problems.add(
                    Rule.INVALID_ANNOTATION,
                    statements.get(0).span(),
                    "the annotations are larger than 256 KiB together",
                    "put the text into a ConfigMap, and its name into an annotation");
        }
        return all;
    }

    /** As of a label, but for the letters in front of `/`, which may be of any case. */
    private boolean isKey(String key, Span span) {
        boolean fits = KubernetesNames.isLabelKey(key.toLowerCase(Locale.ROOT)) && isAscii(key);
        if (!fits) {
            problems.add(
                    Rule.INVALID_ANNOTATION,
                    span,
                    "`" + key + "` is no key of an annotation",
                    "a key is at most 63 letters, digits, `-`, `_` and `.`, with an optional DNS name and `/` in front");
        }
        return fits;
    }

    /** The lower case of some letters is one of ASCII's. */
    private static boolean isAscii(String key) {
        return key.chars().allMatch(c -> c < 128);
    }

    private static long bytes(Map<String, String> annotations) {
        long bytes = 0;
        for (Map.Entry<String, String> annotation : annotations.entrySet()) {
            bytes += annotation.getKey().length();
            bytes += annotation.getValue().getBytes(StandardCharsets.UTF_8).length;
        }
        return bytes;
    }
}
