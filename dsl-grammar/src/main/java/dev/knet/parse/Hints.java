package dev.knet.parse;

import dev.knet.diagnostic.NearMisses;
import dev.knet.grammar.KnetParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What to do about the mistakes that people who come from YAML, Java or a firewall make first. */
final class Hints {
    /** Two typing errors make another word of a keyword that is no longer. */
    private static final int SHORT = 4;

    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_PORT = "30000-32767".length();

    /** As far as an unquoted text reaches, if quotes are all that it lacks. */
    private static final Pattern UNQUOTED = Pattern.compile("[A-Za-z0-9./][^\\s\"\\\\${};,]{0,80}(?![^\\s};,])");

    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");

    private Hints() {}

    static Optional<String> of(Mistake mistake, String expected) {
        Optional<String> typingError = ofTypingError(mistake);
        return typingError.isPresent() ? typingError : Optional.ofNullable(ofFound(mistake, expected));
    }

    /** A mistyped keyword, or the word in front if what was found would be right behind a keyword. */
    private static Optional<String> ofTypingError(Mistake mistake) {
        Token first = mistake.first();
        Optional<String> help = !WordHints.isGlobal(mistake)
                        && isWord(mistake.found())
                        && !mistake.expected().contains(KnetParser.NAME)
                ? near(mistake.found(), mistake.expected().toList())
                : Optional.empty();
        String sameWord = help.isEmpty() ? WordHints.ofCase(mistake) : null;
        if (sameWord != null) {
            return Optional.of(sameWord);
        }
        boolean isSecond = mistake.wantsVerb() && mistake.previous() == first && isWord(first);
        return help.isEmpty() && isSecond ? near(first, PlaceHints.STATEMENTS) : help;
    }

    private static Optional<String> near(Token word, Iterable<Integer> types) {
        String text = word.getText().toLowerCase(Locale.ROOT);
        return NearMisses.help(text, words(types), text.length() > SHORT ? 2 : 1);
    }

    static boolean isWord(Token token) {
        return token.getType() == KnetParser.NAME || token.getType() == KnetParser.WORD;
    }

    private static boolean startsWithLetter(Token token) {
        String text = token.getText();
        return !text.isEmpty() && Character.isLetter(text.charAt(0));
    }

    static List<String> words(Iterable<Integer> types) {
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
        String habit = ofHabit(mistake);
        String help = habit == null ? ofPlace(mistake, expected) : habit;
        help = help == null ? EndHints.atLast(mistake) : help;
        return help == null ? WordHints.atLast(mistake) : help;
    }

    /** Words and signs that have a meaning elsewhere. */
    private static @Nullable String ofHabit(Mistake mistake) {
        String help = ExpectationHints.of(mistake);
        help = help == null ? ClusterHints.of(mistake) : help;
        help = help == null ? WordHints.of(mistake) : help;
        help = help == null ? EndHints.of(mistake) : help;
        help = help == null ? PeerHints.of(mistake) : help;
        help = help == null ? SentenceHints.of(mistake) : help;
        return help == null ? ServiceHints.of(mistake) : help;
    }

    private static @Nullable String ofPlace(Mistake mistake, String expected) {
        Token found = mistake.found();
        if (found.getType() == KnetParser.UNKNOWN) {
            return CharacterHints.of(mistake);
        }
        if (mistake.context().getRuleIndex() == KnetParser.RULE_text
                && mistake.context().getParent().getRuleIndex() == KnetParser.RULE_probeAction
                && startsWithLetter(found)) {
            return null;
        }
        if (mistake.context().getRuleIndex() == KnetParser.RULE_text && !PlaceHints.isKeyword(found)) {
            return ofUnquoted(mistake);
        }
        if (isNumber(found)
                && (expected.equals(Wording.PORT) || isProbePort(mistake) || isProtocol(mistake.previous()))) {
            return "a port says its protocol: `tcp/" + (fits(mistake) ? found.getText() : "80") + "`";
        }
        String help = isProtocol(found) ? ofProtocol(mistake) : isBadName(mistake) ? ofName(mistake) : ofWord(mistake);
        return help == null ? PlaceHints.of(mistake) : help;
    }

    private static @Nullable String ofUnquoted(Mistake mistake) {
        Matcher text = UNQUOTED.matcher(mistake.file().text());
        text.region(mistake.found().getStartIndex(), text.regionEnd());
        return text.lookingAt() ? "write `\"" + text.group() + "\"`" : null;
    }

    private static boolean isProbePort(Mistake mistake) {
        return mistake.statement() != KnetParser.RULE_fileStatement
                && mistake.previous().getType() == KnetParser.ON
                && mistake.context().getRuleIndex() == KnetParser.RULE_probePort;
    }

    static boolean isNumber(Token token) {
        return token.getType() == KnetParser.INTEGER || token.getType() == KnetParser.INTEGER_RANGE;
    }

    static boolean fits(Mistake mistake) {
        Token found = mistake.found();
        boolean mayBeRange = mistake.context().getRuleIndex() == KnetParser.RULE_port;
        return found.getStopIndex() - found.getStartIndex() < LONGEST_PORT
                && (mayBeRange || found.getType() == KnetParser.INTEGER);
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

    static boolean isProtocol(Token token) {
        return token.getType() == KnetParser.TCP
                || token.getType() == KnetParser.UDP
                || token.getType() == KnetParser.SCTP;
    }

    /** `namespace Shop` too: `namespace` alone could be a name, so none is expected any more behind it. */
    private static boolean isBadName(Mistake mistake) {
        Token found = mistake.found();
        int before = mistake.previous().getType();
        return mistake.expected().contains(KnetParser.NAME) && (found.getType() == KnetParser.WORD || isNumber(found))
                || (before == KnetParser.NAMESPACE || before == KnetParser.SERVICE)
                        && found.getType() == KnetParser.WORD;
    }

    private static @Nullable String ofName(Mistake mistake) {
        String text = mistake.found().getText();
        if (mistake.file().text().startsWith(":", mistake.found().getStopIndex() + 1)) {
            return CharacterHints.YAML;
        }
        if (isName(text)) {
            return "a name begins with a letter; any other is put in quotes: `\"" + text + "\"`";
        }
        String small = text.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
        return "a name has lower-case letters, digits and `-`" + (isName(small) ? ": `" + small + "`" : "");
    }

    private static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && DNS_LABEL.matcher(text).matches();
    }

    /** Words of people who think of another notation for the same. */
    private static @Nullable String ofWord(Mistake mistake) {
        int type = mistake.found().getType();
        if (mistake.context().getRuleIndex() == KnetParser.RULE_port
                && mistake.previous().getType() == KnetParser.SLASH) {
            return startsWithLetter(mistake.found()) ? "a port's name stands alone: `on http`" : null;
        }
        if (mistake.previous().getType() == KnetParser.PODS && isWord(mistake.found())) {
            return "labels stand in parentheses: `pods(app=web)`";
        }
        return type == KnetParser.IN && mistake.expected().contains(KnetParser.END)
                ? "a workload of another namespace is written `shop/web`"
                : null;
    }
}
