package dev.knet.patch;

import dev.knet.diagnostic.NearMisses;
import dev.knet.diagnostic.Rule;
import dev.knet.patch.YamlNode.Scalar;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts values in the place of parameters, in what is a word already: no value can become a structure. */
final class Substitution {
    private static final String BEGIN = "${";
    /** Of all values together, so that no short text becomes an endless one. */
    private static final int MOST = 1_500_000;

    private final Map<String, String> parameters;
    private final Problems problems;
    private int inserted;

    Substitution(Map<String, String> parameters, Problems problems) {
        this.parameters = parameters;
        this.problems = problems;
    }

    static boolean isIn(Scalar scalar) {
        return scalar.text().contains(BEGIN);
    }

    /** The text with its values; null if something is wrong with it, which is reported then. */
    @Nullable
    String of(Scalar scalar) {
        String text = scalar.text();
        if (!isIn(scalar)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, done)) {
            if (at > done && text.charAt(at - 1) == '$') {
                out.append(text, done, at - 1).append(BEGIN);
                done = at + BEGIN.length();
            } else {
                int end = text.indexOf('}', at);
                String value = end < 0 ? unclosed(scalar) : value(text.substring(at + BEGIN.length(), end), scalar);
                if (value == null) {
                    return null;
                }
                out.append(text, done, at).append(value);
                done = end + 1;
            }
        }
        return out.append(text, done, text.length()).toString();
    }

    private @Nullable String unclosed(Scalar scalar) {
        problems.add(
                Rule.NOT_YAML,
                scalar,
                "the `}` of a parameter is missing in " + Problems.quoted(scalar.text()),
                "write `${name}`, or `$${` for the characters `${` themselves");
        return null;
    }

    private @Nullable String value(String name, Scalar scalar) {
        String value = parameters.get(name);
        if (value == null) {
            problems.add(
                    Rule.UNKNOWN_NAME,
                    scalar,
                    "there is no parameter " + Problems.quoted(name),
                    NearMisses.help(name, parameters.keySet())
                            .orElse("declare it with `param`, or write `$${` for the characters `${` themselves"));
            return null;
        }
        inserted += Math.min(value.length(), MOST);
        if (inserted > MOST || !YamlReader.isUnicode(value)) {
            problems.add(
                    Rule.WRONG_VALUE,
                    scalar,
                    "the value of " + Problems.quoted(name) + (inserted > MOST ? " is too long here" : " is not text"),
                    "give the parameter another value");
            inserted = Math.min(inserted, MOST);
            return null;
        }
        return value;
    }
}
