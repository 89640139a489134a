package dev.knet.prove;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Expectation;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Topology;
import dev.knet.reach.Claim;
import dev.knet.reach.Claims;
import dev.knet.reach.End;
import dev.knet.reach.Selection;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.NativePolicy.Action;
import dev.knet.reach.policy.Direction;
import dev.knet.reach.policy.Explanation;
import dev.knet.reach.policy.Explanation.Selecting;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges what files expect by the objects that were written, and says what decides against it. */
final class Expectations {
    private final Sentences sentences;

    private Expectations(Sentences sentences) {
        this.sentences = sentences;
    }

    static List<Judged> judge(List<Topology> topologies, ClusterObjects cluster, Sentences sentences) {
        Expectations expectations = new Expectations(sentences);
        List<Claim> claims = new ArrayList<>();
        for (Topology topology : topologies) {
            topology.expectations().forEach(it -> claims.addAll(expectations.claims(it)));
        }
        List<Judged> judged = new ArrayList<>();
        var verdicts = (claims.isEmpty() ? List.<Claim.Verdict>of() : Claims.check(cluster, claims)).iterator();
        for (Topology topology : topologies) {
            for (Expectation expectation : topology.expectations()) {
                Optional<Diagnostic> failure = Optional.empty();
                for (int i = 0; i < expectation.openings().size(); i++) {
                    Claim.Verdict verdict = verdicts.next();
                    failure = failure.or(
                            () -> verdict.objection().map(it -> expectations.diagnostic(expectation, verdict, it)));
                }
                judged.add(new Judged(topology.name(), expectation, failure));
            }
        }
        return judged;
    }

    private List<Claim> claims(Expectation expectation) {
        List<Claim> claims = new ArrayList<>();
        for (Permission.Opening opening : expectation.openings()) {
            claims.add(new Claim(
                    kind(expectation.claim()),
                    selections(expectation.sources()),
                    selections(opening.targets()),
                    Vocabulary.ports(opening.ports())));
        }
        return claims;
    }

    private List<Selection> selections(List<Peer> peers) {
        return peers.stream().map(Vocabulary::selection).toList();
    }

    private static Claim.Kind kind(Expectation.Claim claim) {
        return switch (claim) {
            case REACHES -> Claim.Kind.REACHES;
            case CANNOT_REACH -> Claim.Kind.CANNOT_REACH;
            case ONLY -> Claim.Kind.ONLY;
        };
    }

    private Diagnostic diagnostic(Expectation expectation, Claim.Verdict verdict, Claim.Objection objection) {
        Span span = expectation.span();
        return objection.fold(
                example -> diagnostic(expectation, verdict.claim(), example),
                nobody -> Diagnostic.of(
                                Rule.NOT_AS_EXPECTED,
                                span,
                                "there is nobody " + (nobody.isSource() ? "who could reach anything" : "to reach"))
                        .withHelp("name workloads, addresses or a namespace that the build knows of"),
                tooMany -> Diagnostic.of(Rule.NOT_AS_EXPECTED, span, "it cannot be told whether this holds")
                        .withNote("the policies tell more sorts of pods apart than can be tried")
                        .withHelp("expect it of fewer at once, or select by fewer labels"));
    }

    private Diagnostic diagnostic(Expectation expectation, Claim claim, Claim.CounterExample example) {
        String from = Words.of(example.from());
        String to = Words.of(example.to());
        Diagnostic diagnostic = Diagnostic.of(
                Rule.NOT_AS_EXPECTED,
                expectation.span(),
                from + (example.canConnect() ? " can reach " : " cannot reach ") + to + " on "
                        + Words.of(example.ports()));
        for (Explanation reason : example.reasons()) {
            boolean decides = example.canConnect()
                    ? reason.open().overlaps(example.ports())
                    : !reason.open().contains(example.ports());
            if (decides || example.reasons().size() == 1) {
                return example.canConnect()
                        ? open(diagnostic, claim, example, reason)
                        : shut(diagnostic, expectation, example, reason);
            }
        }
        return diagnostic;
    }

    private Diagnostic open(Diagnostic diagnostic, Claim claim, Claim.CounterExample example, Explanation reason) {
        Explanation.Side side = reason.ingress().isIsolated() ? reason.ingress() : reason.egress();
        if (!side.isIsolated()) {
            return diagnostic
                    .withNote("no policy isolates either of them")
                    .withHelp("isolate " + Words.of(example.to())
                            + " with `deny ingress`, or with a sentence that says whom it `allows`");
        }
        Diagnostic told = diagnostic;
        for (String note : Policies.deciding(side, Action.ALLOW, example.ports())) {
            told = told.withNote(note);
        }
        boolean isSaid = false;
        for (Selecting selecting : side.policies()) {
            for (int rule = 0; rule < selecting.rules().size(); rule++) {
                Explanation.Verdict verdict = selecting.rules().get(rule);
                if (verdict.isAboutPeer() && verdict.ports().overlaps(example.ports())) {
                    told = told.withNote(
                            Policies.rule(selecting.policy(), side.direction(), rule) + " lets it through");
                    for (var sentence : sentences.behind(selecting.policy(), side.direction(), rule)) {
                        told = labelled(told, sentence, "this is why");
                        isSaid |= !sentence.places().isEmpty();
                    }
                }
            }
        }
        if (!isSaid) {
            return told.withHelp("this is the cluster's DNS, which is given to whatever may reach something; "
                    + "take it away with `cluster { dns off }` or with `denies`");
        }
        return told.withHelp(
                claim.kind() == Claim.Kind.ONLY
                        ? "say less in that sentence, or name " + Words.of(example.from()) + " after `only` too"
                        : "say less in that sentence, or expect less here");
    }

    private Diagnostic shut(
            Diagnostic diagnostic, Expectation expectation, Claim.CounterExample example, Explanation reason) {
        if (example.ports().isEmpty()) {
            return diagnostic.withNote(Words.of(example.to()) + " has no port of that name");
        }
        Explanation.Side side = reason.ingress().open().contains(example.ports()) ? reason.egress() : reason.ingress();
        Diagnostic told = diagnostic;
        for (String note : Policies.deciding(side, Action.DENY, example.ports())) {
            told = told.withNote(note);
        }
        for (String note : Policies.shutting(side, example.ports())) {
            told = told.withNote(note);
        }
        if (!side.policies().isEmpty() || told.equals(diagnostic)) {
            told = told.withNote("it is isolated for " + side.direction().word() + ", and no rule of "
                    + Policies.names(side.policies()) + " lets this through");
        }
        for (Selecting selecting : side.policies()) {
            for (var sentence : sentences.isolating(selecting.policy(), side.direction())) {
                told = labelled(told, sentence, "this isolates " + Words.of(isolated(example, side)));
            }
        }
        return told.withHelp(Words.sentence(example.from(), example.to(), example.ports())
                        .map(sentence -> "write `" + sentence + "`")
                        .orElse("write a sentence that allows it")
                + (expectation.text().contains(" on ") ? "" : ", or say on which ports it is expected, with `on`"));
    }

    private static End isolated(Claim.CounterExample example, Explanation.Side side) {
        return side.direction() == Direction.EGRESS ? example.from() : example.to();
    }

    private static Diagnostic labelled(Diagnostic diagnostic, Sentences.Sentence sentence, String text) {
        Diagnostic labelled = diagnostic;
        for (Span place : sentence.places()) {
            labelled = labelled.withLabel(place, text);
        }
        return labelled;
    }
}
