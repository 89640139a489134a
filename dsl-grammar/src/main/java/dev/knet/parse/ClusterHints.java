package dev.knet.parse;

import dev.knet.grammar.KnetParser;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What to do about what is said of a cluster as in another tool, or where it does not belong. */
final class ClusterHints {
    private static final String CNI =
            "write `cni cilium`, or with what matters of how it is installed: `cni cilium { sctp }`";
    private static final String SWITCH =
            "a switch is a word, or a word and its value: `sctp`, `dataplane ebpf`; one that is off is left out";
    private static final String VERSION = "write the version alone: `kubernetes 1.33`";

    /** Others' words for parts of a cluster. */
    private static final Map<String, String> WORDS = Map.of(
            "network", CNI,
            "plugin", CNI,
            "provider", CNI,
            "networkpolicy", CNI,
            "version", VERSION,
            "k8s", VERSION,
            "coredns", "write `dns kube-dns`: CoreDNS goes by this name, too");

    private ClusterHints() {}

    static @Nullable String of(Mistake mistake) {
        Token found = mistake.found();
        int first = mistake.first().getType();
        if (mistake.statement() == KnetParser.RULE_cniItem || isSwitch(mistake)) {
            return SWITCH;
        }
        if (mistake.context().getRuleIndex() == KnetParser.RULE_clusterBlock) {
            return WORDS.get(found.getText());
        }
        if (mistake.wantsVerb()) {
            return first == KnetParser.CNI || first == KnetParser.KUBERNETES ? ofPlace(mistake) : null;
        }
        if (first == KnetParser.CNI) {
            return ofCni(mistake);
        }
        return first == KnetParser.KUBERNETES ? VERSION : null;
    }

    private static @Nullable String ofCni(Mistake mistake) {
        boolean isWord = mistake.found().getType() == KnetParser.WORD;
        if (!mistake.expected().contains(KnetParser.END)) {
            return isWord ? null : CNI;
        }
        return isWord || Hints.isNumber(mistake.found()) ? "the version of a plugin is not said; " + CNI : CNI;
    }

    private static boolean isSwitch(Mistake mistake) {
        return mistake.context().getRuleIndex() == KnetParser.RULE_cniBody
                && mistake.expected().contains(KnetParser.CLOSE_BRACE);
    }

    private static @Nullable String ofPlace(Mistake mistake) {
        Token first = mistake.first();
        return mistake.previous() == first && mistake.found().getType() != KnetParser.END
                ? "`" + first.getText() + "` stands in the block of `cluster`"
                : null;
    }
}
