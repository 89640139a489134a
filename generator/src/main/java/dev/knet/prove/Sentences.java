package dev.knet.prove;

import dev.knet.lower.Manifest;
import dev.knet.lower.Manifests;
import dev.knet.model.Statement;
import dev.knet.model.Topology;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.policy.Direction;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which sentences stand behind the policies that were written, and behind each of their rules. */
public final class Sentences {
    private final Map<String, Source> sources = new HashMap<>();

    /** A sentence, and where it is written; nowhere if no file says it, as of the cluster's DNS. */
    public record Sentence(String text, List<Span> places) {
        public Sentence {
            places = List.copyOf(places);
        }
    }

    /** A policy and the statements of its topology, by their text. */
    private record Source(Manifest manifest, Map<String, List<Span>> statements, Set<Isolating> isolating) {}

    /** A sentence that isolates its subject in a direction. */
    private record Isolating(Direction direction, String text) {}

    Sentences() {}

    void add(Topology topology, Manifests manifests) {
        Map<String, List<Span>> statements = new HashMap<>();
        topology.permissions().forEach(it -> add(it, statements));
        topology.denials().forEach(it -> add(it, statements));
        topology.isolations().forEach(it -> add(it, statements));
        Set<Isolating> isolating = new HashSet<>();
        topology.permissions()
                .forEach(it -> isolating.add(
                        new Isolating(Direction.valueOf(it.isolates().name()), it.text())));
        for (Manifest manifest : manifests.policies()) {
            String written = manifest.object().getMetadata().getNamespace();
            String namespace = written == null ? Vocabulary.HOME : written;
            sources.put(
                    key(namespace, manifest.object().getMetadata().getName()),
                    new Source(manifest, statements, isolating));
        }
    }

    private static void add(Statement statement, Map<String, List<Span>> statements) {
        statements.computeIfAbsent(statement.text(), none -> new ArrayList<>()).add(statement.span());
    }

    private static String key(String namespace, String name) {
        return namespace + "/" + name;
    }

    /** Those behind a rule, which is counted from 0; none if the policy was not written from sentences. */
    public List<Sentence> behind(PolicyObject policy, Direction direction, int rule) {
        Source source = sources.get(key(policy.namespace(), policy.name()));
        return source == null ? List.of() : sentences(rules(source, direction).get(rule), source);
    }

    /** Those because of which a policy isolates whom it selects; none if it isolates only whom others isolate anyway. */
    public List<Sentence> isolating(PolicyObject policy, Direction direction) {
        Source source = sources.get(key(policy.namespace(), policy.name()));
        if (source == null) {
            return List.of();
        }
        Set<String> texts = new LinkedHashSet<>(source.manifest.sentences());
        for (String text : texts.isEmpty() ? flat(rules(source, direction)) : List.<String>of()) {
            if (source.isolating.contains(new Isolating(direction, text))) {
                texts.add(text);
            }
        }
        return sentences(List.copyOf(texts), source);
    }

    private static List<String> flat(List<List<String>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    private static List<List<String>> rules(Source source, Direction direction) {
        return direction == Direction.INGRESS ? source.manifest.ingressSentences() : source.manifest.egressSentences();
    }

    private static List<Sentence> sentences(List<String> texts, Source source) {
        Map<String, Sentence> sentences = new LinkedHashMap<>();
        for (String text : texts) {
            sentences.put(text, new Sentence(text, source.statements.getOrDefault(text, List.of())));
        }
        return List.copyOf(sentences.values());
    }
}
