package dev.knet.parse;

import dev.knet.diagnostic.NearMisses;
import dev.knet.grammar.KnetParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What to do about the mistakes that people who come from YAML, Java or a firewall make first. */
final class Hints {
    /** Two typing errors make another word of a keyword that is no longer. */
    private static final int SHORT = 4;

    private static final int LONGEST_NAME = 63;
    private static final int MOST_DIGITS = 5;

    private static final Set<Integer> STATEMENTS = Set.of(
            KnetParser.PACKAGE,
            KnetParser.TOPOLOGY,
            KnetParser.CLUSTER,
            KnetParser.NAMESPACE,
            KnetParser.EXISTING,
            KnetParser.POD,
            KnetParser.DEPLOYMENT,
            KnetParser.SERVICE,
            KnetParser.POLICY,
            KnetParser.DENY);
    private static final Set<Integer> PROPERTIES = Set.of(
            KnetParser.CONTAINER,
            KnetParser.REPLICAS,
            KnetParser.IMAGE,
            KnetParser.PORT,
            KnetParser.COMMAND,
            KnetParser.ARGS,
            KnetParser.ENV);

    /** As far as an unquoted text reaches, if quotes are all that it lacks. */
    private static final Pattern UNQUOTED = Pattern.compile("[A-Za-z0-9./][^\\s\"\\\\${};,]{0,80}(?![^\\s};,])");

    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern IPV4_PART = Pattern.compile("[0-9.]+");

    private Hints() {}

    static Optional<String> of(Mistake mistake, String expected) {
        Optional<String> typingError = ofTypingError(mistake);
        return typingError.isPresent() ? typingError : Optional.ofNullable(ofFound(mistake, expected));
    }

    /** A mistyped keyword, or in front of a word that would be right behind the keyword. */
    private static Optional<String> ofTypingError(Mistake mistake) {
        Token first = mistake.first();
        Optional<String> help = isWord(mistake.found()) && !mistake.expected().contains(KnetParser.NAME)
                ? near(mistake.found(), mistake.expected().toList())
                : Optional.empty();
        boolean isSecond = mistake.wantsVerb() && mistake.previous() == first && isWord(first);
        return help.isEmpty() && isSecond ? near(first, STATEMENTS) : help;
    }

    private static Optional<String> near(Token word, Iterable<Integer> types) {
        String text = word.getText();
        return NearMisses.help(text, words(types), text.length() > SHORT ? 2 : 1);
    }

    private static boolean isWord(Token token) {
        return token.getType() == KnetParser.NAME || token.getType() == KnetParser.WORD;
    }

    private static List<String> words(Iterable<Integer> types) {
        List<String> words = new ArrayList<>();
        for (int type : types) {
            String literal = KnetParser.VOCABULARY.getLiteralName(type);
            if (literal != null && Character.isLetter(literal.charAt(1))) {
                words.add(literal.substring(1, literal.length() - 1));
            }
        }
        return words;
    }

    private static @Nullable String ofFound(Mistake mistake, String expected) {
        Token found = mistake.found();
        if (found.getType() == KnetParser.UNKNOWN) {
            return ofUnknown(mistake);
        }
        if (mistake.context().getRuleIndex() == KnetParser.RULE_text) {
            return ofUnquoted(mistake);
        }
        if (found.getType() == KnetParser.INTEGER && expected.equals(Wording.PORT)) {
            return "a port says its protocol" + (isPortNumber(found) ? ": `tcp/" + found.getText() + "`" : "");
        }
        if (isProtocol(found)) {
            return ofProtocol(mistake);
        }
        if (found.getType() == KnetParser.OPEN_BRACE && mistake.previous().getType() == KnetParser.END) {
            return "`{` stands on the line of what it opens";
        }
        if (isBadName(mistake)) {
            return ofName(mistake);
        }
        return ofPlace(mistake);
    }

    private static @Nullable String ofUnknown(Mistake mistake) {
        String text = mistake.found().getText();
        return switch (text) {
            case ":" ->
                isProtocol(mistake.previous())
                        ? "a port is written with `/`: `tcp/80`"
                        : "this is not YAML: leave the `:` out, and put texts in quotes";
            case "'", "`", "\u201C", "\u201D", "\u201E", "\u2018", "\u2019" -> "strings stand in double quotes: `\"`";
            case "#" -> "comments begin with `//`";
            case "$" -> "`${…}` stands inside a string";
            case "[", "]" -> "lists have no brackets: `a, b`";
            default -> isInvisible(text.codePointAt(0)) ? "delete this character, which cannot be seen" : null;
        };
    }

    private static boolean isInvisible(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }

    private static @Nullable String ofUnquoted(Mistake mistake) {
        var text = UNQUOTED.matcher(mistake.file().text());
        boolean matches =
                text.region(mistake.found().getStartIndex(), text.regionEnd()).lookingAt();
        return matches ? "write `\"" + text.group() + "\"`" : null;
    }

    private static boolean isPortNumber(Token token) {
        return token.getStopIndex() - token.getStartIndex() < MOST_DIGITS;
    }

    private static @Nullable String ofProtocol(Mistake mistake) {
        Token before = mistake.previous();
        if (before.getType() == KnetParser.ON) {
            return mistake.before(before).getType() == KnetParser.COMMA
                    ? "no `,` stands before `on`"
                    : "say who before `on`: `web allows client on tcp/80`";
        }
        return mistake.expected().contains(KnetParser.END)
                ? "ports come behind `on`: `on " + mistake.found().getText() + "/…`"
                : null;
    }

    private static boolean isProtocol(Token token) {
        return token.getType() == KnetParser.TCP
                || token.getType() == KnetParser.UDP
                || token.getType() == KnetParser.SCTP;
    }

    private static boolean isBadName(Mistake mistake) {
        int type = mistake.found().getType();
        return mistake.expected().contains(KnetParser.NAME)
                && (type == KnetParser.WORD || type == KnetParser.INTEGER || type == KnetParser.INTEGER_RANGE);
    }

    private static @Nullable String ofName(Mistake mistake) {
        String text = mistake.found().getText();
        if (mistake.expected().contains(KnetParser.IPV4)
                && IPV4_PART.matcher(text).matches()) {
            return "an IPv4 address has four numbers: `10.0.0.0/8`";
        }
        if (mistake.file().text().startsWith(":", mistake.found().getStopIndex() + 1)) {
            return "this is not YAML: leave the `:` out, and put texts in quotes";
        }
        if (isName(text)) {
            return "a name begins with a letter; any other is put in quotes: `\"" + text + "\"`";
        }
        String small = text.toLowerCase(Locale.ROOT).replace('_', '-');
        return "a name has lower-case letters, digits and `-`" + (isName(small) ? ": `" + small + "`" : "");
    }

    private static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && DNS_LABEL.matcher(text).matches();
    }

    /** What stands in the wrong block. */
    private static @Nullable String ofPlace(Mistake mistake) {
        int rule = mistake.context().getRuleIndex();
        if (rule == KnetParser.RULE_workloadBody
                && STATEMENTS.contains(mistake.found().getType())) {
            return "close the block of the workload with `}` before it";
        }
        if (rule == KnetParser.RULE_containerBlock) {
            return "close the block of the container with `}` before it";
        }
        if (mistake.wantsVerb()) {
            return ofStatement(mistake.first(), mistake.statement());
        }
        return mistake.expected().contains(KnetParser.END) ? ofEnd(mistake) : null;
    }

    private static @Nullable String ofEnd(Mistake mistake) {
        int type = mistake.found().getType();
        if (mistake.first().getType() == KnetParser.DENY) {
            return "the forms are `deny ingress to web`, `deny egress from web` and `deny all for web`";
        }
        return PROPERTIES.contains(type) || type == KnetParser.LABELS
                ? "what belongs to a thing stands in its block: `pod web { image \"nginx:1.27\" }`"
                : null;
    }

    private static @Nullable String ofStatement(Token first, int rule) {
        int type = first.getType();
        if (PROPERTIES.contains(type)) {
            return "`" + first.getText() + "` stands in the block of a workload";
        }
        if (type == KnetParser.LABELS) {
            return "`labels` stands in the block of a namespace or of a workload";
        }
        if (rule == KnetParser.RULE_policyItem && STATEMENTS.contains(type)) {
            return "only sentences and `deny` stand in a policy";
        }
        return rule == KnetParser.RULE_namespaceItem && STATEMENTS.contains(type)
                ? "`" + first.getText() + "` stands outside of all blocks"
                : null;
    }
}
