package dev.knet.reach;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.LabelQuery.Operator;
import dev.knet.reach.objects.LabelQuery.Requirement;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.PolicyObject.Pods;
import dev.knet.reach.objects.PolicyObject.Rule;
import dev.knet.reach.objects.Who;
import dev.knet.reach.policy.Direction;
import dev.knet.reach.policy.Mentioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every sort of pod that could run in a cluster and that decides a question. Rules that allow add up, so one at the other
 * end is enough to let a pod through, and each is looked at by itself: for each key that it, or the question, or a selector
 * of the pod's own policies, or a rule that refuses or passes on asks for, each value that they name, another one, and none.
 */
final class Conceivable {
    /** Beyond this, an answer would take longer than anybody waits. */
    private static final int MOST = 20_000;

    private static final String ANOTHER = "another";

    /** What is asked about, by namespace if it is named, or by namespaces. */
    private final Map<String, List<LabelQuery>> asked = new HashMap<>();

    private final List<Pods> askedAnywhere = new ArrayList<>();

    /** The pods' own policies that matter, by their namespace. */
    private final Map<String, List<LabelQuery>> own = new HashMap<>();

    /** Whom the rules at the other end are about. */
    private final Map<String, List<LabelQuery>> peers = new HashMap<>();

    private final List<Pods> peersAnywhere = new ArrayList<>();

    private final Set<Who.Pods> always = new LinkedHashSet<>();
    private final Collection<NamespaceObject> namespaces;
    private final Set<End.Stranger> found = new LinkedHashSet<>();
    private boolean isTooMany;

    private Conceivable(ClusterObjects objects) {
        this.namespaces = objects.namespaces();
    }

    /** Native policies that decide at the other end, and those that may at this one. */
    record Natives(List<NativePolicy> others, List<NativePolicy> own) {}

    /**
     * Those that can differ as ends of connections with others.
     *
     * @param meant who is asked about
     * @param others the policies that decide at the other end
     * @param opening the policies that open something to the other end, of those that decide at this one
     * @param natives those of other kinds
     * @param side at which side of the connections these pods are
     * @return empty if there are too many
     */
    static Optional<Collection<End.Stranger>> of(
            ClusterObjects objects,
            List<Selection> meant,
            Collection<PolicyObject> others,
            Collection<PolicyObject> opening,
            Natives natives,
            Direction side) {
        Conceivable conceivable = new Conceivable(objects);
        meant.forEach(conceivable::read);
        for (PolicyObject policy : others) {
            Optional<List<Rule>> rules = side == Direction.EGRESS ? policy.ingress() : policy.egress();
            rules.orElse(List.of()).forEach(rule -> conceivable.read(policy, rule));
        }
        opening.forEach(policy -> in(conceivable.own, policy.namespace()).add(policy.subjects()));
        for (PolicyObject policy : objects.policies()) {
            boolean isolates = (side == Direction.EGRESS ? policy.egress() : policy.ingress()).isPresent();
            if (isolates && isEscapedByALabel(policy.subjects())) {
                in(conceivable.own, policy.namespace()).add(policy.subjects());
            }
        }
        for (NativePolicy policy : natives.others) {
            conceivable.readRules(side == Direction.EGRESS ? policy.ingress() : policy.egress());
        }
        for (NativePolicy policy : natives.own) {
            conceivable.readSubjects(policy, side == Direction.EGRESS ? policy.egress() : policy.ingress());
        }
        conceivable.find();
        return conceivable.isTooMany ? Optional.empty() : Optional.of(conceivable.found);
    }

    /** Whether a pod is not selected because it has a label. From all other selectors, one escapes by having none. */
    private static boolean isEscapedByALabel(LabelQuery subjects) {
        return subjects.requirements().stream()
                .anyMatch(it -> it.operator() == Operator.NOT_IN || it.operator() == Operator.DOES_NOT_EXIST);
    }

    private static List<LabelQuery> in(Map<String, List<LabelQuery>> byNamespace, String namespace) {
        return byNamespace.computeIfAbsent(namespace, none -> new ArrayList<>());
    }

    private void read(Selection selection) {
        if (selection instanceof Selection.Pods pods) {
            if (pods.namespace().isPresent()) {
                in(asked, pods.namespace().get()).add(pods.pods());
            } else {
                askedAnywhere.add(new Pods(Optional.of(pods.namespaces()), pods.pods()));
            }
        }
    }

    private void read(PolicyObject policy, Rule rule) {
        for (PolicyObject.Peer peer : rule.peers()) {
            if (peer instanceof Pods pods) {
                if (pods.namespaces().isPresent()) {
                    peersAnywhere.add(pods);
                } else {
                    in(peers, policy.namespace()).add(pods.pods());
                }
            }
        }
    }

    /** Any refusal may matter to what any rule allows. */
    private void readRules(Optional<NativePolicy.Side> side) {
        for (NativePolicy.Rule rule : side.map(NativePolicy.Side::rules).orElse(List.of())) {
            Optional<List<Who.Pods>> sorts = Mentioned.sorts(rule.peers());
            if (rule.action() == NativePolicy.Action.ALLOW && sorts.isPresent()) {
                sorts.get().forEach(it -> peersAnywhere.add(pods(it)));
            } else {
                readAlways(rule.peers());
            }
        }
    }

    private void readSubjects(NativePolicy policy, Optional<NativePolicy.Side> side) {
        if (side.isPresent()) {
            readAlways(policy.subjects());
            side.get().rules().forEach(rule -> readAlways(rule.own()));
        }
    }

    private void readAlways(Who who) {
        for (Who.Pods it : Mentioned.parts(who)) {
            boolean isNew = always.add(it)
                    && !(it.namespaces().isEverything() && it.pods().isEverything());
            if (isNew) {
                askedAnywhere.add(pods(it));
            }
        }
    }

    private static Pods pods(Who.Pods it) {
        return new Pods(Optional.of(it.namespaces()), it.pods());
    }

    private void find() {
        Map<String, Map<String, String>> known = new TreeMap<>();
        for (Map<String, List<LabelQuery>> some : List.of(asked, own, peers)) {
            some.keySet().forEach(name -> known.put(name, Map.of(NamespaceObject.NAME_LABEL, name)));
        }
        namespaces.forEach(namespace -> known.put(namespace.name(), namespace.labels()));
        known.forEach(this::in);
        Set<Map<String, String>> unknown = new LinkedHashSet<>();
        for (Optional<Pods> peer : alternatives(peersAnywhere)) {
            List<LabelQuery> queries = new ArrayList<>();
            askedAnywhere.forEach(it -> queries.add(it.namespaces().orElseThrow()));
            peer.ifPresent(it -> queries.add(it.namespaces().orElseThrow()));
            unknown.addAll(combinations(queries));
        }
        for (Map<String, String> labels : unknown) {
            String name = labels.getOrDefault(NamespaceObject.NAME_LABEL, "");
            // Without a name, it has one that nobody asks for: that is the other one.
            if (!name.startsWith(ANOTHER) && !known.containsKey(name)) {
                in(labels.size() > 1 ? "" : name, labels);
            }
        }
    }

    /** None, and each by itself. */
    private static <T> List<Optional<T>> alternatives(Collection<T> list) {
        List<Optional<T>> alternatives = new ArrayList<>();
        alternatives.add(Optional.empty());
        new LinkedHashSet<>(list).forEach(it -> alternatives.add(Optional.of(it)));
        return alternatives;
    }

    private void in(String namespace, Map<String, String> namespaceLabels) {
        List<LabelQuery> always = new ArrayList<>(asked.getOrDefault(namespace, List.of()));
        always.addAll(own.getOrDefault(namespace, List.of()));
        always.addAll(matching(askedAnywhere, namespaceLabels));
        List<LabelQuery> others = new ArrayList<>(peers.getOrDefault(namespace, List.of()));
        others.addAll(matching(peersAnywhere, namespaceLabels));
        for (Optional<LabelQuery> peer : alternatives(others)) {
            List<LabelQuery> queries = new ArrayList<>(always);
            peer.ifPresent(queries::add);
            for (Map<String, String> labels : combinations(queries)) {
                if (found.size() >= MOST) {
                    isTooMany = true;
                    return;
                }
                found.add(new End.Stranger(namespace, namespaceLabels, labels));
            }
        }
    }

    /** A namespace always has a name, also one of which it is not known. */
    private static List<LabelQuery> matching(List<Pods> anywhere, Map<String, String> namespaceLabels) {
        Map<String, String> all = new TreeMap<>(namespaceLabels);
        all.putIfAbsent(NamespaceObject.NAME_LABEL, ANOTHER);
        return anywhere.stream()
                .filter(it -> it.namespaces().orElseThrow().matches(all))
                .map(Pods::pods)
                .toList();
    }

    /** All labels that some of the queries could tell from others. */
    private List<Map<String, String>> combinations(List<LabelQuery> queries) {
        Map<String, Set<String>> values = new TreeMap<>();
        for (LabelQuery query : queries) {
            for (Requirement requirement : query.requirements()) {
                values.computeIfAbsent(requirement.key(), none -> new TreeSet<>())
                        .addAll(requirement.values());
            }
        }
        List<Map<String, String>> combinations = new ArrayList<>();
        combinations.add(Map.of());
        for (Map.Entry<String, Set<String>> key : values.entrySet()) {
            if ((long) combinations.size() * (key.getValue().size() + 2) > MOST) {
                isTooMany = true;
                return List.of();
            }
            combinations = extended(combinations, key.getKey(), key.getValue());
        }
        return combinations;
    }

    private static List<Map<String, String>> extended(
            List<Map<String, String>> combinations, String key, Set<String> values) {
        List<Map<String, String>> extended = new ArrayList<>(combinations);
        Set<String> all = new LinkedHashSet<>(values);
        String another = ANOTHER;
        while (values.contains(another)) {
            another += "-" + ANOTHER;
        }
        all.add(another);
        for (Map<String, String> labels : combinations) {
            for (String value : all) {
                Map<String, String> more = new TreeMap<>(labels);
                more.put(key, value);
                extended.add(more);
            }
        }
        return extended;
    }
}
