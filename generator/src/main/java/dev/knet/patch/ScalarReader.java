package dev.knet.patch;

import dev.knet.diagnostic.Rule;
import dev.knet.patch.YamlNode.Scalar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words as the values that the model wants; what could be taken for another value by another reader is refused. */
final class ScalarReader {
    private static final Pattern QUANTITY =
            Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][-+]?[0-9]+)?");
    private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0[0-9].*");
    private static final Pattern OTHER_BASE = Pattern.compile("0o?([0-7]+)|0x([0-9a-fA-F]+)");
    private static final int LONGEST_OF_OTHER_BASE = 12;
    private static final String BOOLEAN = "`true` or `false`";

    private final Substitution substitution;
    private final Problems problems;

    ScalarReader(Substitution substitution, Problems problems) {
        this.substitution = substitution;
        this.problems = problems;
    }

    /** The value of a field of this class; null if it is none, which is reported then. */
    @Nullable
    Object read(Class<?> type, Scalar scalar, FieldPath path) {
        if (type == String.class) {
            return text(scalar, path.toString());
        }
        String word = substitution.of(scalar);
        if (word == null) {
            return null;
        }
        if (type == Quantity.class) {
            return quantity(word, scalar, path);
        }
        if (type == IntOrString.class) {
            return intOrString(word, scalar, path);
        }
        if (!scalar.isPlain()) {
            return wrong(scalar, path, Wanted.of(type).words() + ", not text", "leave out the quotes");
        }
        return type == Boolean.class ? bool(word, scalar, path) : whole(type, word, scalar, path);
    }

    /** Text that stands in the place of `what`: the value of a field, a key. */
    @Nullable
    String text(Scalar scalar, String what) {
        if (scalar.isPlain() && !Substitution.isIn(scalar) && !isText(scalar, scalar.text(), what)) {
            return null;
        }
        return substitution.of(scalar);
    }

    private boolean isText(Scalar scalar, String word, String what) {
        String other = PlainWords.otherThanText(word);
        if (!other.isEmpty()) {
            problems.add(
                    Rule.WRONG_VALUE,
                    scalar,
                    "`" + what + "` takes text, and " + Problems.quoted(word) + " without quotes is " + other
                            + " to readers of YAML",
                    "write " + Problems.quoted("\"" + word + "\""));
        }
        return other.isEmpty();
    }

    private @Nullable Object bool(String word, Scalar scalar, FieldPath path) {
        switch (word) {
            case "true", "True", "TRUE" -> {
                return true;
            }
            case "false", "False", "FALSE" -> {
                return false;
            }
            default -> {
                String help = switch (word.toLowerCase(Locale.ROOT)) {
                    case "yes", "on", "y" -> "write `true`";
                    case "no", "off", "n" -> "write `false`";
                    default -> "write " + BOOLEAN;
                };
                return wrong(scalar, path, BOOLEAN + notThe(word, scalar), help);
            }
        }
    }

    private @Nullable Object whole(Class<?> type, String word, Scalar scalar, FieldPath path) {
        if (!PlainWords.isWhole(word)) {
            return wrong(scalar, path, "a whole number" + notThe(word, scalar), helpWithNumber(word));
        }
        try {
            return type == Integer.class ? (Object) Integer.valueOf(word) : (Object) Long.valueOf(word);
        } catch (NumberFormatException e) {
            int bits = type == Integer.class ? 32 : 64;
            return wrong(
                    scalar, path, "a number of " + bits + " bits" + notThe(word, scalar), "write a smaller number");
        }
    }

    /** Above all the modes of files, which people write to the base of 8. */
    private static String helpWithNumber(String word) {
        var base = OTHER_BASE.matcher(word);
        if (base.matches() && word.length() <= LONGEST_OF_OTHER_BASE) {
            boolean octal = base.group(1) != null;
            long value = octal ? Long.parseLong(base.group(1), 8) : Long.parseLong(base.group(2), 16);
            return "write `" + value + "`, which is `" + word + "` to the base of " + (octal ? "8" : "16")
                    + ": readers of YAML do not agree on any base but 10";
        }
        return "write digits alone, such as `3`";
    }

    private @Nullable Object quantity(String word, Scalar scalar, FieldPath path) {
        boolean ambiguous = scalar.isPlain() && LEADING_ZERO.matcher(word).matches();
        if (ambiguous || !QUANTITY.matcher(word).matches()) {
            return wrong(scalar, path, "a quantity" + notThe(word, scalar), "write it like `250m`, `1.5` or `64Mi`");
        }
        return Quantity.parse(word);
    }

    private @Nullable Object intOrString(String word, Scalar scalar, FieldPath path) {
        if (scalar.isPlain() && PlainWords.isWhole(word)) {
            Object number = whole(Integer.class, word, scalar, path);
            return number == null ? null : new IntOrString(number);
        }
        if (scalar.isPlain() && !PlainWords.otherThanText(word).isEmpty()) {
            return wrong(
                    scalar,
                    path,
                    "a whole number or text" + notThe(word, scalar),
                    "write digits alone, or text in quotes");
        }
        return new IntOrString(word);
    }

    /** What it is instead; behind a parameter, its value too. */
    private static String notThe(String word, Scalar scalar) {
        String value = Substitution.isIn(scalar) ? ", the value of " + Problems.quoted(scalar.text()) : "";
        return ", not " + Problems.quoted(word) + value;
    }

    private @Nullable Object wrong(Scalar scalar, FieldPath path, String wanted, String help) {
        problems.add(Rule.WRONG_VALUE, scalar, "`" + path + "` takes " + wanted, help);
        return null;
    }
}
