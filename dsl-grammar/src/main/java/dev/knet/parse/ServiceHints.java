package dev.knet.parse;

import dev.knet.grammar.KnetParser;
import java.util.Locale;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What to do about services that are written as in Kubernetes' YAML or for another tool. */
final class ServiceHints {
    private static final String TARGET = "the pod's port stands behind `->`: `tcp/80 -> 8080`";

    private ServiceHints() {}

    static @Nullable String of(Mistake mistake) {
        if (mistake.first().getType() != KnetParser.SERVICE || SentenceHints.isBehindVerb(mistake)) {
            return null;
        }
        if (mistake.expected().contains(KnetParser.TCP) && mistake.found().getType() == KnetParser.PORT) {
            return "leave `port` out: `on tcp/80`";
        }
        boolean mayBeWord = mistake.expected().contains(KnetParser.END)
                || mistake.expected().contains(KnetParser.EXTERNAL);
        String help = mistake.expected().contains(KnetParser.END) ? ofTarget(mistake) : null;
        return help == null && mayBeWord ? ofType(mistake) : help;
    }

    private static @Nullable String ofTarget(Mistake mistake) {
        Token found = mistake.found();
        Token before = mistake.previous();
        if (found.getType() == KnetParser.SLASH && mistake.before(before).getType() == KnetParser.ARROW) {
            return "the protocol is said in front of `->` only: `tcp/80 -> 8080`";
        }
        boolean isTarget =
                found.getText().equals(":") || found.getText().equals("to") || SentenceHints.isArrow(mistake);
        return isTarget && before.getType() == KnetParser.INTEGER ? TARGET : null;
    }

    /** Kubernetes' words for the types are written in another way, and the usual type has no word. */
    private static @Nullable String ofType(Mistake mistake) {
        String found = mistake.found().getText();
        String type = found.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
        return switch (type) {
            case "nodeport", "loadbalancer", "headless" ->
                "the type stands behind the workload: `service web for web " + type + "`";
            case "clusterip" -> "leave `" + found + "` out: that is the type of a service without a word for it";
            case "externalname" -> "write `service db external \"db.example.com\"`";
            case "type" -> "the type is a word behind the workload: `nodeport`, `loadbalancer` or `headless`";
            default -> null;
        };
    }
}
