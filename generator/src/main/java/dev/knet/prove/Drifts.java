package dev.knet.prove;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.lock.Lock;
import dev.knet.model.Topology;
import dev.knet.reach.Change;
import dev.knet.reach.Connection;
import dev.knet.reach.End;
import dev.knet.reach.Reachability;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.policy.Explanation;
import dev.knet.reach.policy.Explanation.Selecting;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares a topology with its lock, and finds the sentences behind what is wider. */
final class Drifts {
    /** More than that nobody reads; how many more there are is said. */
    private static final int MOST_TOLD = 20;

    private final Topology topology;
    private final Reachability present;
    private final Sentences sentences;

    private Drifts(Topology topology, Reachability present, Sentences sentences) {
        this.topology = topology;
        this.present = present;
        this.sentences = sentences;
    }

    static Drift of(
            Topology topology,
            ClusterObjects objects,
            Lock lock,
            String section,
            Set<String> watched,
            Sentences sentences) {
        Reachability present = lock.present(section, objects);
        List<Connection> now = present.connections();
        return new Drifts(topology, present, sentences)
                .drift(lock.widened(section, now, watched::contains), lock.narrowed(section, now, watched::contains));
    }

    private Drift drift(List<Change> widened, List<Change> narrower) {
        List<Diagnostic> told = new ArrayList<>();
        for (Change change : widened.subList(0, Math.min(widened.size(), MOST_TOLD))) {
            told.add(diagnostic(change));
        }
        if (widened.size() > MOST_TOLD) {
            int more = widened.size() - MOST_TOLD;
            told.add(Diagnostic.of(
                            Rule.WIDER_THAN_LOCKED,
                            topology.span(),
                            more + " more " + (more == 1 ? "connection is" : "connections are") + " not in the lock")
                    .withHelp("see them all with `mvn knet:lock` and your version control"));
        }
        return new Drift(told, narrower);
    }

    private Diagnostic diagnostic(Change change) {
        Optional<Span> sentence = sentence(change);
        Diagnostic diagnostic = Diagnostic.of(
                        Rule.WIDER_THAN_LOCKED,
                        sentence.orElse(topology.span()),
                        Words.of(change.from()) + " can reach " + Words.of(change.to()) + " on "
                                + Words.of(change.added()) + ", which the lock does not list")
                .withHelp("if that is meant, run `mvn knet:lock` and commit the lock with this change");
        if (!change.before().isEmpty()) {
            return diagnostic.withNote("it lists " + Words.of(change.before()) + " only");
        }
        return sentence.isEmpty()
                ? diagnostic.withNote("no sentence says this alone: it may be the cluster's DNS, "
                        + "or what nothing isolates any more")
                : diagnostic;
    }

    /** The sentence that opens the target's end, or else the source's. */
    private Optional<Span> sentence(Change change) {
        for (Explanation explanation : present.explain(end(change.from()), end(change.to()))) {
            for (Explanation.Side side : List.of(explanation.ingress(), explanation.egress())) {
                Optional<Span> found = sentence(side, change);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Of joined ranges, the analysis knows the parts. */
    private End end(End end) {
        return end instanceof End.External external
                ? present.find(external.range().first().toString()).get(0)
                : end;
    }

    private Optional<Span> sentence(Explanation.Side side, Change change) {
        for (Selecting selecting : side.policies()) {
            for (int rule = 0; rule < selecting.rules().size(); rule++) {
                Explanation.Verdict verdict = selecting.rules().get(rule);
                if (verdict.isAboutPeer() && verdict.ports().overlaps(change.added())) {
                    for (var sentence : sentences.behind(selecting.policy(), side.direction(), rule)) {
                        if (!sentence.places().isEmpty()) {
                            return Optional.of(sentence.places().get(0));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }
}
