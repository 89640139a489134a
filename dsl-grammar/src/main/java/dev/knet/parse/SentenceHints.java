package dev.knet.parse;

import dev.knet.grammar.KnetParser;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What to do about sentences that are said as in English, in another language or for a firewall. */
final class SentenceHints {
    private static final Set<String> VERBS = Set.of("allows", "allow", "reaches", "reach", "denies", "deny");
    private static final Set<String> ARROWS = Set.of("-", "<", ">", "\u2192", "\u2190");
    private static final Set<String> CONJUNCTIONS = Set.of("and", "or", "&", "|", "+");
    private static final Set<String> KINDS =
            Set.of("pod", "deployment", "statefulset", "daemonset", "job", "cronjob", "workload");

    /** What begins like an address behind the word that was found. */
    private static final Pattern ADDRESS_BEHIND = Pattern.compile("[a-z]+[ \\t]+[0-9A-Fa-f]*[.:]");

    private SentenceHints() {}

    static @Nullable String of(Mistake mistake) {
        boolean mayEnd = mistake.expected().contains(KnetParser.END);
        boolean isBehindVerb = isBehindVerb(mistake);
        if (CONJUNCTIONS.contains(mistake.found().getText()) && (mistake.wantsVerb() || mayEnd && isBehindVerb)) {
            return "several are separated by commas: `a, b`";
        }
        if (mistake.wantsVerb()) {
            return ofVerb(mistake);
        }
        return mayEnd && isBehindVerb ? ofEnd(mistake) : null;
    }

    /** A verb that stands first would be a peer of that name. */
    static boolean isBehindVerb(Mistake mistake) {
        Token first = mistake.first();
        for (Token at = mistake.found(); at != first; ) {
            at = mistake.before(at);
            if (at != first && VERBS.contains(at.getText())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String ofVerb(Mistake mistake) {
        Token before = mistake.previous();
        if (before == mistake.first() && VERBS.contains(before.getText())) {
            return before.getText().startsWith("reach")
                    ? "the caller stands in front of the verb: `client reaches web`"
                    : "who is called stands in front of the verb: `web allows client`";
        }
        if (VERBS.contains(before.getText()) && mistake.before(before).getType() == KnetParser.COMMA) {
            return "no `,` stands before `" + before.getText() + "`";
        }
        return isArrow(mistake)
                ? "a sentence has a verb: the arrow from client to web is `client reaches web` or `web allows client`"
                : null;
    }

    static boolean isArrow(Mistake mistake) {
        Token found = mistake.found();
        return found.getType() == KnetParser.ARROW
                || found.getType() == KnetParser.UNKNOWN && ARROWS.contains(found.getText())
                || found.getType() == KnetParser.EQUALS
                        && mistake.file().text().startsWith(">", found.getStopIndex() + 1);
    }

    private static @Nullable String ofEnd(Mistake mistake) {
        String port = ofPort(mistake);
        String peer = port == null ? ofWordInFront(mistake) : port;
        return peer == null ? ofFound(mistake) : peer;
    }

    private static @Nullable String ofPort(Mistake mistake) {
        Token found = mistake.found();
        Token before = mistake.previous();
        if (before.getText().equals("port") || before.getText().equals("ports")) {
            return mistake.before(before).getType() == KnetParser.ON
                    ? "leave `" + before.getText() + "` out: `on " + port(mistake) + "`"
                    : null;
        }
        boolean isColon = found.getText().equals(":") && isDigit(mistake, found.getStopIndex() + 1);
        return isColon && !Hints.isProtocol(before) || found.getType() == KnetParser.PORT
                ? "ports come behind `on`: `on tcp/80`"
                : null;
    }

    private static String port(Mistake mistake) {
        Token found = mistake.found();
        if (Hints.isProtocol(found)) {
            return found.getText() + "/…";
        }
        return Hints.isNumber(found) ? "tcp/" + (Hints.fits(mistake) ? found.getText() : "80") : "http";
    }

    private static boolean isDigit(Mistake mistake, int offset) {
        String text = mistake.file().text();
        return offset < text.length() && Character.isDigit(text.charAt(offset));
    }

    /** `allows from web`, `allows pod web`, `allows labels app=web`. */
    private static @Nullable String ofWordInFront(Mistake mistake) {
        Token before = mistake.previous();
        String word = before.getText();
        if ((word.equals("from") || word.equals("to"))
                && VERBS.contains(mistake.before(before).getText())) {
            return "no `" + word + "` stands behind the verb: `web allows client`, `client reaches web`";
        }
        if (mistake.found().getType() == KnetParser.EQUALS || before.getType() == KnetParser.LABELS) {
            return "labels stand in parentheses: `pods(app=web)`";
        }
        return KINDS.contains(word) && mistake.found().getType() == KnetParser.NAME
                ? "leave `" + word + "` out: a workload is called by its name"
                : null;
    }

    private static @Nullable String ofFound(Mistake mistake) {
        Token before = mistake.previous();
        return switch (mistake.found().getText()) {
            case "from" -> ofFrom(mistake);
            case "except" ->
                before.getType() == KnetParser.INTERNET
                        ? "only ranges have exceptions: `0.0.0.0/0 except 10.0.0.0/8`"
                        : "only addresses have exceptions; pods are left out by their labels: `pods(app!=web)`";
            case "internet" -> before.getText().equals("the") ? "leave `the` out" : null;
            case "-", ".." -> before.getType() == KnetParser.IPV4 ? PeerHints.RANGE : null;
            case "pod", "pods" ->
                before.getText().equals("any") || before.getText().equals("all")
                        ? "for every pod of the cluster write `any namespace`, for those of this namespace `pods`"
                        : null;
            default -> null;
        };
    }

    private static String ofFrom(Mistake mistake) {
        return ADDRESS_BEHIND
                        .matcher(mistake.file().text())
                        .region(
                                mistake.found().getStartIndex(),
                                mistake.file().text().length())
                        .lookingAt()
                ? "no policy asks for a pod and an address at once; with a comma between them, either may enter"
                : "a workload of another namespace is written `shop/web`; several are separated by commas";
    }
}
