package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.NearMisses;
import dev.knet.diagnostic.Rule;
import dev.knet.syntax.Name;
import dev.knet.syntax.ParamStatement;
import dev.knet.syntax.Text;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values of the parameters that a file declares: the build's, and where it gives none, the default. */
final class Parameters {
    private final Map<String, String> given;
    private final Problems problems;
    private final Map<String, ParamStatement> declared = new LinkedHashMap<>();
    private final Map<String, String> defaults = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private boolean anyUnknown;
    private final Set<String> unfinished = new LinkedHashSet<>();

    Parameters(Map<String, String> given, Problems problems) {
        this.given = given;
        this.problems = problems;
    }

    void declare(List<ParamStatement> statements) {
        for (ParamStatement statement : statements) {
            ParamStatement earlier = declared.putIfAbsent(statement.name().text(), statement);
            if (earlier != null) {
                problems.twice(
                        statement, earlier, "parameter `" + statement.name().text() + "`");
            }
        }
        for (ParamStatement statement : declared.values()) {
            String name = statement.name().text();
            if (statement.defaultValue() == null && !given.containsKey(name)) {
                problems.add(
                        Rule.NO_VALUE,
                        statement.name().span(),
                        "the build gives no value for parameter `" + name + "`",
                        "give one, `-Dknet.parameter." + name + "=…`, or a default: `param " + name + " = \"…\"`");
            }
            checkGiven(statement.name());
            valueOf(statement.name());
        }
    }

    /** Files hold whole characters only; what comes from a program may not. */
    private void checkGiven(Name name) {
        String value = given.getOrDefault(name.text(), "");
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            problems.add(
                    Rule.INVALID_VALUE,
                    name.span(),
                    "the build's value for parameter `" + name.text() + "` has half a character in it",
                    "give it whole characters; no file can hold the halves of UTF-16 by themselves");
        }
    }

    /** The text with the values of its parameters in it. */
    String value(Text text) {
        return text.fill(this::value);
    }

    private String value(Name name) {
        String key = name.text();
        if (!declared.containsKey(key)) {
            anyUnknown = true;
            problems.add(
                    Rule.UNKNOWN_NAME,
                    name.span(),
                    "there is no parameter `" + key + "`",
                    NearMisses.help(key, declared.keySet())
                            .orElse("declare it, `param " + key + "`; for a literal `${` write `$${`"));
            return "";
        }
        used.add(key);
        return valueOf(name);
    }

    /** The build's value goes before the default, which may be made of other parameters. */
    private String valueOf(Name name) {
        String key = name.text();
        String value = given.get(key);
        if (value == null) {
            value = defaults.get(key);
        }
        return value == null ? defaultOf(name) : value;
    }

    private String defaultOf(Name name) {
        String key = name.text();
        ParamStatement statement = declared.get(key);
        Text text = statement == null ? null : statement.defaultValue();
        if (!unfinished.add(key)) {
            problems.add(
                    Rule.CIRCLE,
                    name.span(),
                    "parameter `" + key + "` is made of itself: `" + String.join("` -> `", unfinished) + "` -> `" + key
                            + "`",
                    "give one of them a default that needs none of the others");
            return "";
        }
        String value = text == null ? "" : text.fill(this::value);
        unfinished.remove(key);
        defaults.put(key, value);
        return value;
    }

    /** All of them, for a text that finds its parameters itself, which uses them all. */
    Map<String, String> all() {
        used.addAll(declared.keySet());
        Map<String, String> all = new LinkedHashMap<>();
        declared.values().forEach(it -> all.put(it.name().text(), valueOf(it.name())));
        return all;
    }

    /**
     * A parameter that nothing uses is mostly one whose use was misspelt as plain text; one that was misspelt as another
     * has been reported.
     */
    void reportUnused() {
        declared.forEach((key, statement) -> {
            if (!anyUnknown && !used.contains(key)) {
                problems.add(Diagnostic.of(
                                Rule.UNUSED_PARAMETER, statement.name().span(), "nothing uses parameter `" + key + "`")
                        .withHelp("use it in a text, `\"${" + key + "}\"`, or delete it"));
            }
        });
    }
}
