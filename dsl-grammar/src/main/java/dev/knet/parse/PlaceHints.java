package dev.knet.parse;

import dev.knet.grammar.KnetParser;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What to do about statements and properties that stand where others belong. */
final class PlaceHints {
    /** Words that begin a statement and no property. */
    static final Set<Integer> STATEMENTS = Set.of(
            KnetParser.PACKAGE,
            KnetParser.TOPOLOGY,
            KnetParser.USE,
            KnetParser.PARAM,
            KnetParser.ENVIRONMENT,
            KnetParser.NEW,
            KnetParser.CLUSTER,
            KnetParser.NAMESPACE,
            KnetParser.EXISTING,
            KnetParser.POD,
            KnetParser.DEPLOYMENT,
            KnetParser.STATEFULSET,
            KnetParser.DAEMONSET,
            KnetParser.JOB,
            KnetParser.CRONJOB,
            KnetParser.SERVICE,
            KnetParser.GROUP,
            KnetParser.NETWORK,
            KnetParser.PORTS,
            KnetParser.POLICY,
            KnetParser.DENY,
            KnetParser.EXPECT);

    private static final Set<Integer> PROPERTIES = Set.of(
            KnetParser.CONTAINER,
            KnetParser.INIT,
            KnetParser.SIDECAR,
            KnetParser.ACCOUNT,
            KnetParser.HOST,
            KnetParser.CPU,
            KnetParser.MEMORY,
            KnetParser.READY,
            KnetParser.LIVE,
            KnetParser.STARTUP,
            KnetParser.REPLICAS,
            KnetParser.IMAGE,
            KnetParser.PORT,
            KnetParser.COMMAND,
            KnetParser.ARGS,
            KnetParser.ENV);

    private PlaceHints() {}

    /** Whether it begins a statement or property. */
    static boolean isKeyword(Token token) {
        int type = token.getType();
        return STATEMENTS.contains(type) || PROPERTIES.contains(type) || type == KnetParser.LABELS;
    }

    static @Nullable String of(Mistake mistake) {
        int type = mistake.found().getType();
        if (type == KnetParser.OPEN_BRACE && mistake.previous().getType() == KnetParser.END) {
            return "`{` stands on the line of what it opens";
        }
        String help = ofBlock(mistake.context().getRuleIndex(), mistake.found());
        if (help == null && mistake.wantsVerb()) {
            help = ofStatement(mistake.first(), mistake.statement());
        } else if (help == null
                && (mistake.expected().contains(KnetParser.END)
                        || mistake.expected().contains(KnetParser.INGRESS))) {
            help = ofEnd(mistake);
        }
        String sign = mistake.continuation();
        return help == null && sign != null
                ? "the line above ends in `" + sign + "`, so its statement goes on here"
                : help;
    }

    private static @Nullable String ofBlock(int rule, Token found) {
        if (rule == KnetParser.RULE_workloadBody && STATEMENTS.contains(found.getType())) {
            return "close the block of the workload with `}` before it";
        }
        return rule == KnetParser.RULE_containerBlock && isKeyword(found)
                ? "close the block of the container with `}` before it"
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
        if (type == KnetParser.DNS) {
            return "`dns` as a property stands in the block of `cluster`";
        }
        if (rule == KnetParser.RULE_policyItem && STATEMENTS.contains(type)) {
            return "only sentences and `deny` stand in a policy";
        }
        return rule == KnetParser.RULE_namespaceItem && STATEMENTS.contains(type)
                ? "`" + first.getText() + "` stands outside of all blocks"
                : null;
    }

    private static @Nullable String ofEnd(Mistake mistake) {
        Token found = mistake.found();
        if (mistake.first().getType() == KnetParser.DENY) {
            boolean isOfTwo = found.getType() != KnetParser.END && mistake.previous() == mistake.first();
            return "the forms are `deny ingress to web`, `deny egress from web` and `deny all for web`"
                    + (isOfTwo ? "; between two it is `web denies client`" : "");
        }
        return isKeyword(found) && !STATEMENTS.contains(found.getType())
                ? "what belongs to a thing stands in its block: `pod web { image \"nginx:1.27\" }`"
                : null;
    }
}
