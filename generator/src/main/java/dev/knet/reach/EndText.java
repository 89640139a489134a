package dev.knet.reach;

import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.space.AddressRange;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what an end is written as. The text may be hostile: what is read is written and compared. */
final class EndText {
    private static final String ADDRESSES = "[External]";
    private static final String ANY = "*";

    /** No text of an end has one of these in a name; the API server allows still less. */
    private static final String NAME = "[!-~&&[^/\\[\\]{}*,=]]+";

    private static final String WORDS = "\\*|\\{[!-~&&[^\\[\\]{}*]]+\\}";
    private static final Pattern WORKLOAD = Pattern.compile("(?:(" + NAME + ")/)?(" + NAME + ")\\[(\\w+)\\]");
    private static final Pattern STRANGER = Pattern.compile("(" + WORDS + "|" + NAME + ")/(" + WORDS + ")\\[Pod\\]");

    private EndText() {}

    static Optional<End> parse(String text) {
        Optional<End> end =
                text.endsWith(ADDRESSES) ? addresses(text) : stranger(text).or(() -> workload(text));
        return end.filter(it -> it.text().equals(text));
    }

    private static Optional<End> addresses(String text) {
        return AddressRange.parse(text.substring(0, text.length() - ADDRESSES.length()))
                .map(End.External::new);
    }

    private static Optional<End> workload(String text) {
        Matcher matcher = WORKLOAD.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String namespace = matcher.group(1) == null ? "" : matcher.group(1);
        return Optional.of(new End.Workload(namespace, matcher.group(2), matcher.group(3)));
    }

    private static Optional<End> stranger(String text) {
        Matcher matcher = STRANGER.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String namespace = matcher.group(1);
        boolean hasName = !namespace.equals(ANY) && !namespace.startsWith("{");
        Optional<Map<String, String>> namespaceLabels =
                hasName ? Optional.of(Map.of(NamespaceObject.NAME_LABEL, namespace)) : labels(namespace);
        return namespaceLabels.flatMap(some ->
                labels(matcher.group(2)).map(labels -> new End.Stranger(hasName ? namespace : "", some, labels)));
    }

    private static Optional<Map<String, String>> labels(String words) {
        Map<String, String> labels = new TreeMap<>();
        if (words.equals(ANY)) {
            return Optional.of(labels);
        }
        for (String word : words.substring(1, words.length() - 1).split(",", -1)) {
            int equals = word.indexOf('=');
            if (equals < 1 || labels.put(word.substring(0, equals), word.substring(equals + 1)) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(labels);
    }
}
