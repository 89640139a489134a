package dev.knet.samples.basics;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.util.Set;
import java.util.TreeSet;

/** What the spec of a NetworkPolicy means, whichever way it is written; equal meanings are equal. */
record Policy(Set<String> pods, Set<String> types, Set<Rule> ingress, Set<Rule> egress) {

    /** Who, and on which ports; an empty set stands for every peer, or for every port. */
    record Rule(Set<Set<String>> peers, Set<String> ports) {

        static Rule of(Node rule, String peers) {
            return new Rule(
                    rule.at(peers).items().stream().map(Rule::peer).collect(toSet()),
                    rule.at("ports").items().stream().map(Rule::port).collect(toSet()));
        }

        private static Set<String> peer(Node peer) {
            Set<String> parts = new TreeSet<>();
            peer.fields()
                    .forEach((kind, part) ->
                            parts.add(kind + (kind.equals("ipBlock") ? part.leaves() : selector(part))));
            return parts;
        }

        private static String port(Node port) {
            String protocol =
                    port.at("protocol").isPresent() ? port.at("protocol").text() : "TCP";
            String number = port.at("port").text();
            if (port.at("port").value() instanceof String) {
                number = "named " + number;
            }
            String end = port.at("endPort").text();
            return protocol + "/" + number + (end.isEmpty() ? "" : "-" + end);
        }
    }

    static Policy of(Node spec) {
        Set<String> types = types(spec);
        return new Policy(
                selector(spec.at("podSelector")),
                types,
                types.contains("Ingress") ? rules(spec.at("ingress"), "from") : Set.of(),
                types.contains("Egress") ? rules(spec.at("egress"), "to") : Set.of());
    }

    private static Set<Rule> rules(Node rules, String peers) {
        return rules.items().stream().map(rule -> Rule.of(rule, peers)).collect(toSet());
    }

    /** As the API server fills them in where they are missing. */
    private static Set<String> types(Node spec) {
        Set<String> types =
                spec.at("policyTypes").items().stream().map(Node::text).collect(toCollection(TreeSet::new));
        if (types.isEmpty()) {
            types.add("Ingress");
            if (!spec.at("egress").isEmpty()) {
                types.add("Egress");
            }
        }
        return types;
    }

    private static Set<String> selector(Node selector) {
        Set<String> requirements = new TreeSet<>();
        selector.at("matchLabels")
                .fields()
                .forEach((key, label) -> requirements.add(key + " In [" + label.text() + "]"));
        for (Node expression : selector.at("matchExpressions").items()) {
            Set<String> values =
                    expression.at("values").items().stream().map(Node::text).collect(toCollection(TreeSet::new));
            requirements.add(expression.at("key").text() + " "
                    + expression.at("operator").text() + " " + values);
        }
        return requirements;
    }
}
