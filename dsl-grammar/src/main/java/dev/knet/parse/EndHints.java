package dev.knet.parse;

import dev.knet.grammar.KnetParser;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What to do about something that stands behind a statement or property that is whole without it, or within one. */
final class EndHints {
    private static final Set<Integer> PROPERTIES =
            Set.of(KnetParser.RULE_workloadItem, KnetParser.RULE_containerItem, KnetParser.RULE_serviceItem);
    private static final Set<String> TRUTHS = Set.of("true", "false", "yes", "no");
    private static final String SEPARATED = "properties are separated by a new line or `;`";
    private static final String PORTS = "ports come behind `on`: `on tcp/80`";

    /** The shape of what begins with a word, where more cannot be told. */
    private static final Map<Integer, String> SHAPES = Map.ofEntries(
            Map.entry(
                    KnetParser.PACKAGE, "write names with dots between them, without quotes: `package com.acme.shop`"),
            Map.entry(KnetParser.TOPOLOGY, "write the name alone: `topology shop`"),
            Map.entry(KnetParser.USE, "write the path of a file, and nothing behind it: `use \"platform.knet\"`"),
            Map.entry(KnetParser.PARAM, "write `param version`, or with a default: `param version = \"1.27\"`"),
            Map.entry(KnetParser.ENVIRONMENT, "write `environment prod { … }`"),
            Map.entry(KnetParser.CLUSTER, "write `cluster { dns … }`"),
            Map.entry(KnetParser.NAMESPACE, "write `namespace shop { … }`"),
            Map.entry(
                    KnetParser.GROUP,
                    "write `group clients = web, api`; ports are listed by `ports mail = tcp/25, tcp/587`"),
            Map.entry(KnetParser.NETWORK, "write `network office = 203.0.113.0/24, 198.51.100.0/25`"),
            Map.entry(KnetParser.PORTS, "write `ports mail = tcp/25, tcp/587`"),
            Map.entry(KnetParser.APISERVER, "write `apiserver 10.0.0.5/32 on tcp/6443`"),
            Map.entry(KnetParser.POLICY, "write `policy web-in { web allows client }`"),
            Map.entry(KnetParser.CONTAINER, "write `container nginx { image \"nginx:1.27\" }`"),
            Map.entry(KnetParser.INIT, "write `init container wait { image \"…\" }`"),
            Map.entry(KnetParser.SIDECAR, "write `sidecar container proxy { image \"…\" }`"),
            Map.entry(KnetParser.YAML, "write `yaml \"\"\"`, the fields on the lines below, and `\"\"\"` behind them"),
            Map.entry(KnetParser.HOST, "write `host network`"),
            Map.entry(KnetParser.REPLICAS, "write a whole number: `replicas 2`"),
            Map.entry(KnetParser.LABELS, "write `labels app=web tier=front`, and values with other signs in quotes"),
            Map.entry(
                    KnetParser.ANNOTATIONS,
                    "write `annotations example.com/owner=\"team shop\"`, and values with other signs in quotes"),
            Map.entry(KnetParser.PORT, "write `port tcp/8080`, or with a name in front: `port http tcp/8080`"),
            Map.entry(
                    KnetParser.COMMAND,
                    "write each word in quotes, and commas between them: `command \"sleep\", \"1h\"`"),
            Map.entry(KnetParser.ARGS, "write each word in quotes, and commas between them: `args \"--port\", \"80\"`"),
            Map.entry(KnetParser.IMAGE, "write `image \"nginx:1.27\"`"),
            Map.entry(
                    KnetParser.ENV,
                    "write `env MODE = \"dev\"`, `env MODE from config settings key mode` or `env from config settings`"),
            Map.entry(KnetParser.CPU, "write `cpu 500m`, or the request and the limit: `cpu 250m .. 1`"),
            Map.entry(KnetParser.MEMORY, "write `memory 256Mi`, or the request and the limit: `memory 256Mi .. 1Gi`"),
            Map.entry(KnetParser.SESSION_AFFINITY, "write `session-affinity`, or for how long: `session-affinity 3h`"),
            Map.entry(
                    KnetParser.IP_FAMILIES,
                    "write `ip-families ipv4`, `ip-families ipv4, ipv6` or `ip-families prefer ipv6, ipv4`"),
            Map.entry(KnetParser.CLASS, "write `class example.com/internal`"),
            Map.entry(KnetParser.CRONJOB, "write `cronjob tidy \"0 4 * * *\" { … }`: the schedule stands in quotes"),
            Map.entry(KnetParser.READY, probe("ready")),
            Map.entry(KnetParser.LIVE, probe("live")),
            Map.entry(KnetParser.STARTUP, probe("startup")));

    private static String probe(String purpose) {
        return "write `" + purpose + " http \"/healthz\" on http`, `" + purpose + " tcp on http` or `" + purpose
                + " exec \"…\"`; behind it `every 10s`, `after 5s`, `timeout 2s` and `failures 3`";
    }

    private EndHints() {}

    /** Signs and words that would be taken for something else. */
    static @Nullable String of(Mistake mistake) {
        Token found = mistake.found();
        Token before = mistake.previous();
        if (found.getType() == KnetParser.EQUALS
                && before == mistake.first()
                && before.getType() != KnetParser.ENV
                && !mistake.wantsVerb()) {
            return "leave the `=` out: `" + before.getText() + " …`";
        }
        if (found.getType() == KnetParser.PARAMETER) {
            return ofParameter(mistake, found);
        }
        if (isList(mistake, found)) {
            return SHAPES.get(mistake.first().getType());
        }
        if (mistake.context().getRuleIndex() == KnetParser.RULE_addressRange && before.getType() == KnetParser.SLASH) {
            return "behind the `/` stands how many bits are fixed: `10.0.0.0/8`";
        }
        if (before.getType() == KnetParser.BECAUSE || before.getType() == KnetParser.UNTIL) {
            return "write the reason in quotes and the day without: `because \"ticket 4711\" until 2027-03-31`";
        }
        if (isShort(mistake, found)) {
            return SHAPES.get(mistake.first().getType());
        }
        if (mistake.first().getType() == KnetParser.PORT && isMapping(mistake)) {
            return "the pod's port stands here, `port tcp/80`; a service leads to it: `tcp/8080 -> 80`";
        }
        return mistake.expected().contains(KnetParser.END) ? ofEnd(mistake, found, before) : null;
    }

    private static String ofParameter(Mistake mistake, Token found) {
        int rule = mistake.context().getRuleIndex();
        return rule == KnetParser.RULE_text || rule == KnetParser.RULE_labelValue
                ? "put it in quotes: `\"" + found.getText() + "\"`"
                : "a parameter stands in texts, in `replicas` and in quantities only: write this out";
    }

    private static boolean isList(Mistake mistake, Token found) {
        int first = mistake.first().getType();
        boolean isList = first == KnetParser.GROUP || first == KnetParser.NETWORK || first == KnetParser.PORTS;
        boolean isSign = found.getText().equals(":")
                || found.getType() == KnetParser.SLASH
                || Hints.isNumber(found) && Hints.isProtocol(mistake.before(mistake.previous()));
        return isList && !mistake.wantsVerb() && (isSign || mistake.expected().contains(KnetParser.EQUALS));
    }

    /** Statements of which so little can be wrong that their shape says it best. */
    private static boolean isShort(Mistake mistake, Token found) {
        int rule = mistake.context().getRuleIndex();
        boolean isBlock = rule == KnetParser.RULE_policy || rule == KnetParser.RULE_containerBlock;
        return rule == KnetParser.RULE_yaml
                || mistake.first().getType() == KnetParser.PARAM
                        && !mistake.wantsVerb()
                        && found.getType() != KnetParser.WORD
                || isBlock
                        && !mistake.expected().contains(KnetParser.CLOSE_BRACE)
                        && found.getType() != KnetParser.WORD;
    }

    /** `8080:80` of Docker compose. */
    private static boolean isMapping(Mistake mistake) {
        Token found = mistake.found();
        return Hints.isNumber(found) && mistake.file().text().startsWith(":", found.getStopIndex() + 1)
                || mistake.previous().getType() == KnetParser.STRING
                        && mistake.previous().getText().matches("\"[0-9]{1,5}:[0-9]{1,5}\"")
                || found.getType() == KnetParser.ARROW;
    }

    private static @Nullable String ofEnd(Mistake mistake, Token found, Token before) {
        boolean isProperty = PROPERTIES.contains(mistake.statement());
        if (!isProperty && mistake.first().getType() == KnetParser.SERVICE && !SentenceHints.isBehindVerb(mistake)) {
            if (found.getType() == KnetParser.PORT) {
                return PORTS;
            }
            if (isType(found) && isType(before)) {
                return "a service has one type: leave `" + before.getText() + "` or `" + found.getText() + "` out";
            }
        }
        if (TRUTHS.contains(found.getText()) && isProperty) {
            return "leave `" + found.getText() + "` out: the property alone says it";
        }
        if (found.getType() == KnetParser.ARROW || found.getType() == KnetParser.OPEN_PAREN) {
            return null;
        }
        if (isProperty && found.getType() == KnetParser.COMMA) {
            return ofComma(mistake.first());
        }
        if (isProperty && PlaceHints.isKeyword(found)) {
            return SEPARATED;
        }
        if (found.getText().equals("[") && mistake.first().getType() == KnetParser.ENV) {
            return "put the path in quotes: `from field \"metadata.labels['tier']\"`";
        }
        boolean isRange = found.getText().equals(":") || found.getText().equals("..");
        return isRange && before.getType() == KnetParser.INTEGER && isBehindProtocol(mistake, before)
                ? "a range is written with `-`: `tcp/8000-8100`"
                : null;
    }

    private static boolean isType(Token token) {
        return token.getType() == KnetParser.NODEPORT
                || token.getType() == KnetParser.LOADBALANCER
                || token.getType() == KnetParser.HEADLESS;
    }

    private static String ofComma(Token first) {
        return switch (first.getType()) {
            case KnetParser.ENV -> "each variable is a property of its own: `env A = \"1\"; env B = \"2\"`";
            case KnetParser.PORT -> "each port is a property of its own: `port http tcp/8080; port tcp/9090`";
            case KnetParser.CPU, KnetParser.MEMORY -> "a fraction is written with a point: `0.5`";
            default -> SEPARATED;
        };
    }

    private static boolean isBehindProtocol(Mistake mistake, Token number) {
        Token slash = mistake.before(number);
        return slash.getType() == KnetParser.SLASH
                && Hints.isProtocol(mistake.before(slash))
                && mistake.first().getType() != KnetParser.SERVICE;
    }

    /** What can be said if nothing better can. */
    static @Nullable String atLast(Mistake mistake) {
        Token found = mistake.found();
        Token first = mistake.first();
        boolean isKind = first.getType() >= KnetParser.POD && first.getType() <= KnetParser.CRONJOB
                || first.getType() == KnetParser.NEW
                || first.getType() == KnetParser.EXISTING;
        if (mistake.wantsVerb() || SentenceHints.isBehindVerb(mistake)) {
            return ofSentence(mistake, found);
        }
        if (mistake.statement() == KnetParser.RULE_clusterItem && first.getType() != KnetParser.APISERVER) {
            return "for another DNS than `kube-dns`, `openshift` and `node-local` say its pods and their ports:"
                    + " `dns pods(app=coredns) in kube-system on udp/53, tcp/53`";
        }
        if (first.getType() == KnetParser.SERVICE) {
            return ofService(mistake, found);
        }
        if (isKind && first.getType() != KnetParser.CRONJOB) {
            return ofKind(mistake, found, first);
        }
        boolean isKey = first.getType() == KnetParser.ENV
                        && (found.getType() == KnetParser.KEY
                                || mistake.expected().contains(KnetParser.KEY))
                || mistake.context().getRuleIndex() == KnetParser.RULE_dataKey;
        return isKey
                ? "of one key write `env PASSWORD from secret db key password`, of all `env from secret db`"
                : SHAPES.get(first.getType());
    }

    private static String ofKind(Mistake mistake, Token found, Token first) {
        Token before = mistake.previous();
        if (found.getText().equals("-") && before.getStopIndex() + 1 == found.getStartIndex()) {
            return "a name ends with a letter or a digit";
        }
        if (found.getType() == KnetParser.SLASH) {
            return "what is in a namespace stands in its block: `namespace shop { deployment web { … } }`";
        }
        if (found.getType() == KnetParser.SERVICE) {
            return "what is there already is named by its workload: `existing deployment web`";
        }
        if (first.getType() == KnetParser.EXISTING || before.getType() == KnetParser.EXISTING) {
            return "`existing` stands in front of the kind, and the name behind it: `existing deployment web`";
        }
        return found.getType() == KnetParser.STRING
                ? "only a cron job has a schedule: `cronjob tidy \"0 4 * * *\"`"
                : "write the name and a block: `" + kind(first) + " web { image \"nginx:1.27\" }`";
    }

    private static String kind(Token first) {
        return first.getType() == KnetParser.NEW ? "new deployment" : first.getText();
    }

    private static @Nullable String ofSentence(Mistake mistake, Token found) {
        if (mistake.context() instanceof KnetParser.PodsPeerContext || isInSelector(mistake)) {
            return "write labels as `pods(app=web, tier in (a, b), !canary)`; all of them must hold";
        }
        if (mistake.previous().getType() == KnetParser.EXCEPT) {
            return "only addresses stand behind `except`: `0.0.0.0/0 except 10.0.0.0/8`";
        }
        if (found.getType() == KnetParser.OPEN_PAREN) {
            return mistake.previous().getText().startsWith("namespace")
                    ? "one or several namespaces are `namespace(team=ops)`"
                    : "labels stand behind `pods` or `namespace`: `pods(app=web)`";
        }
        if (found.getType() == KnetParser.OPEN_BRACE && !mistake.wantsVerb()) {
            return "labels stand in parentheses: `pods(app=web)`";
        }
        if (found.getType() == KnetParser.SLASH && isNextNumber(mistake)) {
            return "the protocols are `tcp`, `udp` and `sctp`: `on tcp/80`";
        }
        if (found.getType() == KnetParser.END && !mistake.wantsVerb()) {
            return ofMissing(mistake);
        }
        return switch (found.getText()) {
            case "on" -> ofOn(mistake);
            case "http" -> "a NetworkPolicy knows nothing of HTTP: leave what is behind the port out";
            case "namespaces" -> "for every pod of the cluster write `any namespace`";
            case "ports" -> "for all of them write `on any port`";
            case "@" -> "a name in a namespace is written `shop/web`";
            case "." -> "a sentence ends with its line: leave the `.` out";
            default ->
                mistake.expected().contains(KnetParser.END)
                        ? "a sentence ends with its line or at `;`; several peers have commas between them"
                        : null;
        };
    }

    private static String ofOn(Mistake mistake) {
        if (mistake.wantsVerb()) {
            return "ports stand at the end: `web allows client on tcp/80`";
        }
        return mistake.previous().getType() == KnetParser.STRING
                ? "`because` and `until` stand at the end, behind the ports"
                : "`on` stands once; several ports have commas between them";
    }

    private static @Nullable String ofMissing(Mistake mistake) {
        Token before = mistake.previous();
        if (before.getType() == KnetParser.COMMA) {
            return "leave the `,` out, or write another behind it";
        }
        return before.getType() == KnetParser.ON
                ? "write the ports, or leave `on` out for all that the target declares"
                : "write who: `web allows client`, `client reaches web`";
    }

    private static boolean isNextNumber(Mistake mistake) {
        int next = mistake.found().getStopIndex() + 1;
        return next < mistake.file().text().length()
                && Character.isDigit(mistake.file().text().charAt(next));
    }

    private static boolean isInSelector(Mistake mistake) {
        return mistake.expected().contains(KnetParser.CLOSE_PAREN)
                || mistake.context().getRuleIndex() == KnetParser.RULE_labelValues
                || mistake.context().getRuleIndex() == KnetParser.RULE_requirement;
    }

    private static @Nullable String ofService(Mistake mistake, Token found) {
        if (mistake.expected().contains(KnetParser.FOR)) {
            return "write `service web for web on tcp/80 -> http`, or `service db external \"db.example.com\"`";
        }
        if (mistake.expected().contains(KnetParser.TCP)) {
            return "write the service's port, and the pod's behind `->`: `tcp/80 -> http`";
        }
        if (mistake.expected().contains(KnetParser.END)) {
            return ofServiceEnd(mistake, found);
        }
        return switch (mistake.context().getRuleIndex()) {
            case KnetParser.RULE_servicePort, KnetParser.RULE_servicePorts, KnetParser.RULE_portNumber ->
                found.getType() == KnetParser.INTEGER_RANGE
                        ? "write each port by itself, with commas between them"
                        : "write the service's port, and the pod's behind `->`: `tcp/80 -> http`";
            case KnetParser.RULE_addressRange, KnetParser.RULE_sourceRanges ->
                "`from` takes addresses outside the cluster; which pods may enter says a sentence: `web allows client`";
            default -> null;
        };
    }

    private static String ofServiceEnd(Mistake mistake, Token found) {
        if (mistake.previous().getType() == KnetParser.STRING) {
            return "an `external` service is a name for a host, and has no ports";
        }
        return switch (found.getText()) {
            case "on" -> "`from` stands behind the ports: `on tcp/443 -> https from 203.0.113.0/24`";
            case "external" -> "an `external` service leads to a host: `service db external \"db.example.com\"`";
            case "except" -> "load balancers know no exceptions: write the ranges that are left";
            case ",", "(" -> "a service is for one workload: `service web for web`";
            default ->
                "behind the workload stand the type (`nodeport`, `loadbalancer`, `headless`), `on` and the ports";
        };
    }
}
