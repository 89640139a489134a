package dev.knet.parse;

import dev.knet.grammar.KnetParser;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What to do about names of hosts, and other things of firewalls, where a peer should stand. */
final class PeerHints {
    static final String RANGE = "a range is written as prefixes that together are no wider: `10.0.0.2/31, 10.0.0.4/30`";
    private static final String HOST =
            "a policy knows no names of hosts; write their addresses, such as `203.0.113.0/24`";

    private static final Pattern IPV4_PART = Pattern.compile("[0-9.]+");
    private static final Pattern ADDRESSES = Pattern.compile("[0-9.]+-[0-9.]+");
    private static final Pattern SERVICE_NAME =
            Pattern.compile("([a-z0-9-]{1,63})\\.([a-z0-9-]{1,63})\\.svc(\\.[a-z0-9.-]*)?");
    private static final Pattern TWO_NAMES = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*");

    private PeerHints() {}

    /** A word with dots in the place of a peer. */
    static @Nullable String of(Mistake mistake) {
        String text = mistake.found().getText();
        if (text.equals(":") && isFollowed(mistake, "//") && SentenceHints.isBehindVerb(mistake)) {
            return HOST;
        }
        if (mistake.found().getType() == KnetParser.STRING
                && mistake.previous().getType() == KnetParser.HOST
                && SentenceHints.isBehindVerb(mistake)) {
            return HOST;
        }
        if (!mistake.expected().contains(KnetParser.IPV4)) {
            return null;
        }
        if (text.equals("*")) {
            return isFollowed(mistake, ".") ? HOST : null;
        }
        boolean isWord = mistake.found().getType() == KnetParser.WORD;
        if ((isWord || mistake.found().getType() == KnetParser.INTEGER)
                && IPV4_PART.matcher(text).matches()) {
            return "an IPv4 address has four numbers: `10.0.0.0/8`";
        }
        return isWord && text.contains(".") ? ofDots(text) : null;
    }

    private static boolean isFollowed(Mistake mistake, String by) {
        return mistake.file().text().startsWith(by, mistake.found().getStopIndex() + 1);
    }

    private static String ofDots(String text) {
        if (ADDRESSES.matcher(text).matches()) {
            return RANGE;
        }
        Matcher service = SERVICE_NAME.matcher(text);
        if (service.matches()) {
            return "a name in a namespace is written `" + service.group(2) + "/" + service.group(1) + "`";
        }
        return TWO_NAMES.matcher(text).matches()
                ? "a name in a namespace is written `shop/web`; for a host, write its addresses"
                : HOST;
    }
}
