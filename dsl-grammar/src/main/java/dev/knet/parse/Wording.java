package dev.knet.parse;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.grammar.KnetParser;
import dev.knet.source.Span;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Puts a syntax error into the words of the language, never into those of the parser. */
final class Wording {
    private static final int MOST_NAMED = 8;
    private static final int LONGEST_FOUND = 40;
    static final String PORT = "a port such as `tcp/80`";

    /** What a rule begins with, for a reader who does not know the rule. */
    private static final Map<Integer, String> BEGINNINGS = Map.ofEntries(
            Map.entry(KnetParser.RULE_fileStatement, "a statement such as `web allows client on tcp/80`"),
            Map.entry(KnetParser.RULE_namespaceItem, "a statement such as `web allows client on tcp/80`"),
            Map.entry(KnetParser.RULE_environmentItem, "a statement such as `web allows client on tcp/80`"),
            Map.entry(KnetParser.RULE_serviceItem, "a property such as `session-affinity` or `labels team=shop`"),
            Map.entry(KnetParser.RULE_policyItem, "a sentence such as `web allows client on tcp/80`"),
            Map.entry(KnetParser.RULE_workloadItem, "a property such as `image \"nginx:1.27\"` or `port http tcp/80`"),
            Map.entry(KnetParser.RULE_containerItem, "a property such as `image \"nginx:1.27\"` or `port http tcp/80`"),
            Map.entry(KnetParser.RULE_clusterItem, "`cni`, `kubernetes`, `dns`, `nodes` or `apiserver`"),
            Map.entry(KnetParser.RULE_cniItem, "a switch of the network plugin such as `sctp`"),
            Map.entry(KnetParser.RULE_cniSwitch, "a switch of the network plugin such as `sctp`"),
            Map.entry(KnetParser.RULE_kubernetesVersion, "a version such as `1.33`"),
            Map.entry(KnetParser.RULE_peer, "a peer such as `web`, `pods(app=web)` or `10.0.0.0/8`"),
            Map.entry(KnetParser.RULE_port, PORT),
            Map.entry(KnetParser.RULE_portNumber, PORT),
            Map.entry(KnetParser.RULE_targetPort, "a pod's port, by number (`8080`) or by name (`http`)"),
            Map.entry(KnetParser.RULE_verb, "`allows`, `reaches` or `denies`"),
            Map.entry(KnetParser.RULE_claim, "a peer such as `web`, or `only`"),
            Map.entry(KnetParser.RULE_reach, "`reaches`"),
            Map.entry(KnetParser.RULE_cannotReach, "`cannot reach`"),
            Map.entry(KnetParser.RULE_annotation, "an annotation such as `prometheus.io/scrape=\"true\"`"),
            Map.entry(KnetParser.RULE_quantity, "a quantity such as `250m` or `64Mi`"),
            Map.entry(KnetParser.RULE_duration, "a duration such as `30s`"),
            Map.entry(KnetParser.RULE_date, "a date such as `2027-03-31`"),
            Map.entry(KnetParser.RULE_probeAction, "`http`, `https`, `tcp`, `grpc` or `exec`"),
            Map.entry(KnetParser.RULE_probePort, "`on` and a port"),
            Map.entry(KnetParser.RULE_envSource, "`secret`, `config` or `field`"),
            Map.entry(KnetParser.RULE_family, "`ipv4` or `ipv6`"),
            Map.entry(KnetParser.RULE_className, "the name of a class"),
            Map.entry(KnetParser.RULE_objectName, "a name"),
            Map.entry(KnetParser.RULE_dataKey, "a key"),
            Map.entry(KnetParser.RULE_fieldPath, "a field of the pod such as `status.podIP`"),
            Map.entry(KnetParser.RULE_paramValue, "a value"),
            Map.entry(KnetParser.RULE_text, "a text in quotes"),
            Map.entry(KnetParser.RULE_label, "a label such as `app=web`"),
            Map.entry(KnetParser.RULE_labelValue, "a label's value"),
            Map.entry(KnetParser.RULE_requirement, "a label such as `app=web`, `tier in (a, b)` or `!canary`"),
            Map.entry(KnetParser.RULE_labelValues, "values in parentheses such as `(a, b)`"),
            Map.entry(KnetParser.RULE_scope, "a namespace"),
            Map.entry(KnetParser.RULE_addressRange, "addresses such as `10.0.0.0/8`"),
            Map.entry(KnetParser.RULE_clusterDns, "`kube-dns`, `openshift`, `node-local`, `off`, or peers `on` ports"),
            Map.entry(KnetParser.RULE_packageName, "a Java package such as `com.acme.shop`"),
            Map.entry(KnetParser.RULE_envName, "a variable's name"),
            Map.entry(KnetParser.RULE_qualifiedName, "a name"),
            Map.entry(KnetParser.RULE_name, "a name"));

    /** What stands in the body of which rule. */
    private static final Map<Integer, Integer> ITEMS = Map.of(
            KnetParser.RULE_environment, KnetParser.RULE_environmentItem,
            KnetParser.RULE_clusterBlock, KnetParser.RULE_clusterItem,
            KnetParser.RULE_cniBody, KnetParser.RULE_cniItem,
            KnetParser.RULE_namespaceBody, KnetParser.RULE_namespaceItem,
            KnetParser.RULE_workloadBody, KnetParser.RULE_workloadItem,
            KnetParser.RULE_containerBlock, KnetParser.RULE_containerItem,
            KnetParser.RULE_serviceBody, KnetParser.RULE_serviceItem,
            KnetParser.RULE_policy, KnetParser.RULE_policyItem);

    /** What stands behind a word that is no rule yet when its statement could still be a sentence. */
    private static final Map<Integer, Integer> BEHIND = Map.of(
            KnetParser.PACKAGE, KnetParser.RULE_packageName,
            KnetParser.EXPECT, KnetParser.RULE_peer,
            KnetParser.LABELS, KnetParser.RULE_label,
            KnetParser.ENV, KnetParser.RULE_envName);

    private Wording() {}

    static Diagnostic of(Mistake mistake) {
        String expected = expectation(mistake);
        String message = "expected " + expected + ", found " + found(mistake);
        Diagnostic diagnostic = Diagnostic.of(Rule.SYNTAX, Spans.of(mistake.file(), mistake.found()), message);
        return Hints.of(mistake, expected).map(diagnostic::withHelp).orElse(diagnostic);
    }

    /** The widest rule that should have begun here says it best; inside a rule, the tokens that may follow. */
    private static String expectation(Mistake mistake) {
        String widest = null;
        for (ParserRuleContext at = mistake.context();
                at != null && at.getStart() == mistake.found();
                at = at.getParent()) {
            widest = BEGINNINGS.getOrDefault(at.getRuleIndex(), widest);
        }
        return widest != null ? widest : tokens(mistake);
    }

    private static String tokens(Mistake mistake) {
        Integer item = ITEMS.get(mistake.context().getRuleIndex());
        if (item != null && mistake.expected().contains(KnetParser.CLOSE_BRACE)) {
            return beginning(item);
        }
        if (mistake.context().getRuleIndex() == KnetParser.RULE_yaml) {
            return "a text block between `\"\"\"`";
        }
        if (mistake.context() instanceof KnetParser.ContainerPortContext
                || mistake.context().getRuleIndex() == KnetParser.RULE_probePort
                || mistake.context() instanceof KnetParser.PortNumberContext
                        && mistake.expected().contains(KnetParser.SLASH)) {
            return PORT;
        }
        if (mistake.expected().contains(KnetParser.NAME)) {
            return beginning(BEHIND.getOrDefault(mistake.previous().getType(), KnetParser.RULE_name));
        }
        if (mistake.context().getRuleIndex() == KnetParser.RULE_claim) {
            return "`reaches` or `cannot reach`";
        }
        return mistake.wantsVerb() ? beginning(KnetParser.RULE_verb) : words(mistake);
    }

    private static String words(Mistake mistake) {
        TreeSet<String> words = new TreeSet<>();
        for (int type : mistake.likely().toList()) {
            if (type != KnetParser.PARAMETER) {
                words.add(word(type));
            }
        }
        if (words.contains("`)`")) {
            words.add("`,`");
        }
        return words.size() > MOST_NAMED ? "something else" : join(List.copyOf(words));
    }

    private static String beginning(int rule) {
        return BEGINNINGS.getOrDefault(rule, "something else");
    }

    private static String word(int type) {
        @Nullable String literal = KnetParser.VOCABULARY.getLiteralName(type);
        if (literal != null) {
            return "`" + literal.substring(1, literal.length() - 1) + "`";
        }
        return switch (type) {
            case KnetParser.END -> "the end of the statement";
            case KnetParser.INTEGER, KnetParser.INTEGER_RANGE -> "a number";
            case KnetParser.STRING, KnetParser.TEXT_BLOCK -> "a text in quotes";
            default -> "a word";
        };
    }

    private static String join(List<String> words) {
        return words.size() == 1
                ? words.get(0)
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
    }

    private static String found(Mistake mistake) {
        Token found = mistake.found();
        return switch (found.getType()) {
            case KnetParser.END -> "the end of the statement";
            case Token.EOF -> "the end of the file";
            case KnetParser.UNKNOWN -> "`" + found.getText() + "`";
            default -> "`" + shortened(Spans.of(mistake.file(), found)) + "`";
        };
    }

    private static String shortened(Span span) {
        int length = span.end() - span.start();
        if (length <= LONGEST_FOUND) {
            return span.oneLine();
        }
        return new Span(span.file(), span.start(), span.start() + LONGEST_FOUND).oneLine() + "…";
    }
}
