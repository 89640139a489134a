package dev.knet.query;

import dev.knet.emit.report.Sentences;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.policy.Direction;
import dev.knet.source.Position;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.List;

/** The sentences that a build knows of, as reports want them. */
record SourceSentences(dev.knet.prove.Sentences known) implements Sentences {

    @Override
    public List<Sentence> behind(PolicyObject policy, Direction direction, int rule) {
        return sentences(known.behind(policy, direction, rule));
    }

    @Override
    public List<Sentence> isolating(PolicyObject policy, Direction direction) {
        return sentences(known.isolating(policy, direction));
    }

    private static List<Sentence> sentences(List<dev.knet.prove.Sentences.Sentence> some) {
        List<Sentence> sentences = new ArrayList<>();
        for (var sentence : some) {
            if (sentence.places().isEmpty()) {
                sentences.add(new Sentence(sentence.text(), ""));
            }
            sentence.places().forEach(place -> sentences.add(new Sentence(sentence.text(), place(place))));
        }
        return sentences;
    }

    /** {@code shop.knet:14:3}. */
    static String place(Span span) {
        Position at = span.position();
        return span.file().name() + ":" + at.line() + ":" + at.column();
    }
}
