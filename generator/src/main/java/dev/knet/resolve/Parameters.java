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
    /** More is no value that anybody writes, and each value may hold another many times. */
    private static final int LONGEST = 65_536;

    private final Map<String, String> given;
    private final Problems problems;
    private final Map<String, ParamStatement> declared = new LinkedHashMap<>();
    private final Map<String, String> defaults = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private boolean anyUnknown;
    /** Told once: those that are made of it are mostly too long as well. */
    private boolean anyTooLong;

    private final Depths<String> depths = new Depths<>();
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
        return text.fill(new Filling()::value);
    }

    /** Whether each parameter in it has a value: what has none has been reported, and what the text is then is no news. */
    boolean areKnown(Text text) {
        for (Text.Hole hole : text.holes()) {
            String key = hole.parameter().text();
            ParamStatement statement = declared.get(key);
            if (statement == null || statement.defaultValue() == null && !given.containsKey(key)) {
                return false;
            }
        }
        return true;
    }

    /** Of one text: what its parameters put into it has an end. */
    private final class Filling {
        private int length;

        String value(Name name) {
            if (length > LONGEST) {
                return "";
            }
            String value = Parameters.this.value(name);
            length += value.length();
            if (length <= LONGEST) {
                return value;
            }
            if (!anyTooLong) {
                anyTooLong = true;
                problems.add(
                        Rule.INVALID_VALUE,
                        name.span(),
                        "with parameter `" + name.text() + "` the values in this text are longer than " + LONGEST
                                + " characters",
                        "name fewer parameters in it, or give them shorter values");
            }
            return "";
        }
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
            depths.again(key);
        }
        return value == null ? defaultOf(name) : value;
    }

    private String defaultOf(Name name) {
        String key = name.text();
        ParamStatement statement = declared.get(key);
        Text text = statement == null ? null : statement.defaultValue();
        if (unfinished.size() == Depths.MOST && !unfinished.contains(key)) {
            reportTooDeep(name);
            return "";
        }
        if (!unfinished.add(key)) {
            problems.add(
                    Rule.CIRCLE,
                    name.span(),
                    "parameter `" + key + "` is made of itself: `" + String.join("` -> `", unfinished) + "` -> `" + key
                            + "`",
                    "give one of them a default that needs none of the others");
            return "";
        }
        int before = depths.enter();
        String value = text == null ? "" : value(text);
        unfinished.remove(key);
        if (depths.leave(key, before)) {
            reportTooDeep(name);
        }
        defaults.put(key, value);
        return value;
    }

    private void reportTooDeep(Name name) {
        if (depths.tell()) {
            problems.add(
                    Rule.CIRCLE,
                    name.span(),
                    "parameter `" + name.text() + "` is in a chain of more than " + Depths.MOST
                            + ", each made of the next",
                    "write the values themselves in some of them");
        }
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
