package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.NearMisses;
import dev.knet.diagnostic.Rule;
import dev.knet.syntax.Name;
import dev.knet.syntax.ParamStatement;
import dev.knet.syntax.Text;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
            if (statement.defaultValue() != null) {
                defaults.put(name, statement.defaultValue().fill(other -> defaultOf(statement, other)));
            } else if (!given.containsKey(name)) {
                problems.add(
                        Rule.NO_VALUE,
                        statement.name().span(),
                        "the build gives no value for parameter `" + name + "`",
                        "give one, `-Dknet.parameter." + name + "=…`, or a default: `param " + name + " = \"…\"`");
                defaults.put(name, "");
            }
        }
    }

    /** A default may be made of parameters that are declared before it, so that none goes in a circle. */
    private String defaultOf(ParamStatement of, Name other) {
        ParamStatement known = declared.get(other.text());
        if (known != null && known.span().start() >= of.span().start()) {
            problems.add(
                    Rule.UNKNOWN_NAME,
                    other.span(),
                    "parameter `" + other.text() + "` is declared further down",
                    "declare it before the default that is made of it");
            return "";
        }
        return value(other);
    }

    /** The text with the values of its parameters in it. */
    String value(Text text) {
        return text.fill(this::value);
    }

    private String value(Name name) {
        String key = name.text();
        if (!declared.containsKey(key)) {
            problems.add(
                    Rule.UNKNOWN_NAME,
                    name.span(),
                    "there is no parameter `" + key + "`",
                    NearMisses.help(key, declared.keySet())
                            .orElse("declare it, `param " + key + "`; for a literal `${` write `$${`"));
            return "";
        }
        used.add(key);
        return valueOf(key);
    }

    private String valueOf(String key) {
        String value = given.get(key);
        return value == null ? defaults.getOrDefault(key, "") : value;
    }

    /** All of them, for a text that finds its parameters itself, which uses them all. */
    Map<String, String> all() {
        used.addAll(declared.keySet());
        Map<String, String> all = new LinkedHashMap<>();
        declared.keySet().forEach(key -> all.put(key, valueOf(key)));
        return all;
    }

    /** A parameter that nothing uses is mostly one whose use was misspelt as plain text. */
    void reportUnused() {
        declared.forEach((key, statement) -> {
            if (!used.contains(key)) {
                problems.add(Diagnostic.of(
                                Rule.UNUSED_PARAMETER, statement.name().span(), "nothing uses parameter `" + key + "`")
                        .withHelp("use it in a text, `\"${" + key + "}\"`, or delete it"));
            }
        });
    }
}
