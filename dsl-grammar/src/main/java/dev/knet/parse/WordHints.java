package dev.knet.parse;

import dev.knet.diagnostic.NearMisses;
import dev.knet.grammar.KnetParser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What to write for a word that Kubernetes, kubectl or another tool has for something, and knet has not. */
final class WordHints {
    private static final String YAML = "what knet has no word for is said in `yaml`, by the fields of Kubernetes";
    private static final String PORT = "write `port http tcp/8080`";
    private static final String AMOUNTS =
            "write `cpu 250m .. 1` and `memory 256Mi .. 512Mi`: the request, and the limit behind `..`";
    private static final String ACCOUNT = "write `account api`";
    private static final String READY = "write `ready http \"/healthz\" on http`";
    private static final String LIVE = "write `live http \"/healthz\" on http`";
    private static final String INIT = "write `init container wait { image \"…\" }`";
    private static final String NO_OTHERS = "knet writes no such object; its kinds are `pod`, `deployment`,"
            + " `statefulset`, `daemonset`, `job`, `cronjob`, `service` and `namespace`";
    private static final String SHAPE = "a sentence is `web allows client on tcp/80` or `client reaches web on tcp/80`";

    /** Words in front of a statement. */
    private static final Map<String, String> STATEMENTS = Map.ofEntries(
            Map.entry("deploy", meant("deployment")),
            Map.entry("replicaset", meant("deployment")),
            Map.entry("sts", meant("statefulset")),
            Map.entry("ds", meant("daemonset")),
            Map.entry("cj", meant("cronjob")),
            Map.entry("ns", meant("namespace")),
            Map.entry("svc", meant("service")),
            Map.entry("project", meant("namespace")),
            Map.entry("networkpolicy", meant("policy")),
            Map.entry("netpol", meant("policy")),
            Map.entry("exists", meant("existing")),
            Map.entry("external", meant("existing")),
            Map.entry("import", meant("use")),
            Map.entry("include", meant("use")),
            Map.entry("parameter", meant("param")),
            Map.entry("variable", meant("param")),
            Map.entry("var", meant("param")),
            Map.entry("let", meant("param")),
            Map.entry("const", meant("param")),
            Map.entry("assert", meant("expect")),
            Map.entry("check", meant("expect")),
            Map.entry("ensure", meant("expect")),
            Map.entry("verify", meant("expect")),
            Map.entry("test", meant("expect")),
            Map.entry("ingress", NO_OTHERS),
            Map.entry("configmap", NO_OTHERS),
            Map.entry("secret", NO_OTHERS),
            Map.entry("volume", NO_OTHERS),
            Map.entry("resource", NO_OTHERS));

    /** Words in front of a property of a workload or of a container. */
    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("ports", PORT),
            Map.entry("expose", PORT),
            Map.entry("containerport", PORT),
            Map.entry("listen", PORT),
            Map.entry("entrypoint", "write `command \"…\", \"…\"`"),
            Map.entry("cmd", "write `command \"…\", \"…\"`"),
            Map.entry("run", "write `command \"…\", \"…\"`"),
            Map.entry("arguments", "write `args \"…\", \"…\"`"),
            Map.entry("environment", "write `env NAME = \"…\"`"),
            Map.entry("envfrom", "write `env from secret NAME` or `env from config NAME`"),
            Map.entry("selector", "leave it out: policies and services select a workload by its label `app`"),
            Map.entry("serviceaccountname", ACCOUNT),
            Map.entry("serviceaccount", ACCOUNT),
            Map.entry("hostnetwork", "write `host network`"),
            Map.entry("readinessprobe", READY),
            Map.entry("readiness", READY),
            Map.entry("livenessprobe", LIVE),
            Map.entry("liveness", LIVE),
            Map.entry("healthcheck", LIVE),
            Map.entry("startupprobe", "write `startup http \"/healthz\" on http`"),
            Map.entry("resources", AMOUNTS),
            Map.entry("requests", AMOUNTS),
            Map.entry("limits", AMOUNTS),
            Map.entry("mem", meant("memory")),
            Map.entry("initcontainer", INIT),
            Map.entry("initcontainers", INIT),
            Map.entry("schedule", "the schedule stands behind the name: `cronjob tidy \"0 4 * * *\"`"),
            Map.entry("scale", "write `replicas 2`"));

    private static final String PORTS = "ports stand in front of the block: `service web for web on tcp/80 -> http`";
    private static final String TYPE = "the type stands behind the workload: `service web for web nodeport on tcp/80`";

    /** Words in front of a property of a service. */
    private static final Map<String, String> OF_SERVICES = Map.of(
            "port",
            PORTS,
            "ports",
            PORTS,
            "on",
            PORTS,
            "type",
            TYPE,
            "nodeport",
            TYPE,
            "loadbalancer",
            TYPE,
            "selector",
            "leave it out: a service selects the workload that it is `for`",
            "for",
            "the workload stands in front of the block: `service web for web on tcp/80 -> http`");

    /** What a variable can come from. */
    private static final Map<String, String> SOURCES = Map.of(
            "configmap", meant("config"),
            "configmapref", meant("config"),
            "configmapkeyref", meant("config"),
            "secretref", meant("secret"),
            "secretkeyref", meant("secret"),
            "fieldref", meant("field"),
            "key", "write `env PASSWORD from secret db key password`",
            "optional", "`optional` stands at the end: `env MODE from config settings key mode optional`");

    private WordHints() {}

    private static String meant(String word) {
        return "did you mean `" + word + "`?";
    }

    static @Nullable String of(Mistake mistake) {
        if (isGlobal(mistake)) {
            return meant("cluster");
        }
        String word = plain(mistake.found().getText());
        return switch (mistake.context().getRuleIndex()) {
            case KnetParser.RULE_workloadBody, KnetParser.RULE_containerBlock -> ofProperty(mistake, word);
            case KnetParser.RULE_serviceBody -> OF_SERVICES.get(word);
            case KnetParser.RULE_envSource, KnetParser.RULE_containerProperty -> ofSource(mistake, word);
            default -> mistake.wantsVerb() ? ofStatement(mistake) : null;
        };
    }

    /** It is near `local`, and means the opposite. */
    static boolean isGlobal(Mistake mistake) {
        return mistake.found().getText().equals("global") && mistake.expected().contains(KnetParser.LOCAL);
    }

    /** What can be said if nothing better can. */
    static @Nullable String atLast(Mistake mistake) {
        Token found = mistake.found();
        return switch (mistake.context().getRuleIndex()) {
            case KnetParser.RULE_workloadBody, KnetParser.RULE_containerBlock -> Hints.isWord(found) ? YAML : null;
            case KnetParser.RULE_clusterBlock ->
                "what can be said of a cluster is `cni`, `kubernetes`, `dns`, `nodes` and `apiserver`";
            default -> mistake.wantsVerb() ? ofVerb(found) : null;
        };
    }

    private static String ofVerb(Token found) {
        return found.getType() == KnetParser.END
                ? "a sentence stands on one line: `web allows client on tcp/80`"
                : SHAPE;
    }

    private static @Nullable String ofProperty(Mistake mistake, String word) {
        Token found = mistake.found();
        if (found.getType() >= KnetParser.ALLOWS && found.getType() <= KnetParser.DENIES) {
            return "a sentence names both ends and stands outside of the block: `web allows client`";
        }
        boolean isFollowed = mistake.file().text().startsWith(":", found.getStopIndex() + 1);
        return isFollowed ? CharacterHints.YAML : PROPERTIES.get(word);
    }

    private static @Nullable String ofSource(Mistake mistake, String word) {
        boolean isSource = mistake.expected().contains(KnetParser.SECRET)
                && mistake.previous().getType() == KnetParser.FROM;
        if (!isSource) {
            return null;
        }
        boolean isField = word.startsWith("status.") || word.startsWith("metadata.") || word.startsWith("spec.");
        return isField ? "write `field` in front: `from field status.podIP`" : SOURCES.get(word);
    }

    private static @Nullable String ofStatement(Mistake mistake) {
        Token first = mistake.first();
        if (mistake.previous() != first || mistake.found().getType() == KnetParser.END) {
            return null;
        }
        if (first.getType() == KnetParser.ENV && mistake.found().getType() == KnetParser.NAME) {
            return meant("environment");
        }
        if (first.getType() == KnetParser.EXCEPT && mistake.found().getType() == KnetParser.NAME) {
            return meant("expect");
        }
        if (first.getType() == KnetParser.ON) {
            return "`on` stands on the line of its sentence: `web allows client on tcp/80`";
        }
        if (mistake.found().getType() == KnetParser.SERVICE) {
            return OF_SERVICES.get(plain(first.getText()));
        }
        return STATEMENTS.get(plain(first.getText()));
    }

    /** A kind or property in capitals, or with dashes, as the first word of a statement. */
    static @Nullable String ofCase(Mistake mistake) {
        return mistake.found() == mistake.first() && mistake.found().getType() == KnetParser.WORD
                ? NearMisses.help(plain(mistake.found().getText()), List.copyOf(Hints.words(PlaceHints.STATEMENTS)), 0)
                        .orElse(null)
                : null;
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
