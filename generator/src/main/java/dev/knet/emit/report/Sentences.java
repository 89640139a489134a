package dev.knet.emit.report;

import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.policy.Direction;
import java.util.List;

/** The sentences of a topology behind its policies. */
public interface Sentences {
    /** For manifests that no topology is known of. */
    Sentences NONE = new Sentences() {
        @Override
        public List<Sentence> behind(PolicyObject policy, Direction direction, int rule) {
            return List.of();
        }

        @Override
        public List<Sentence> isolating(PolicyObject policy, Direction direction) {
            return List.of();
        }
    };

    /** Those behind a rule, which is counted from 0 as in {@code spec.ingress[0]}. */
    List<Sentence> behind(PolicyObject policy, Direction direction, int rule);

    /** Those for which a policy isolates whom it selects. */
    List<Sentence> isolating(PolicyObject policy, Direction direction);

    /** A sentence as it is written, and where, as {@code shop.knet:14:3}; nowhere (empty) if no file says it. */
    record Sentence(String text, String place) {}
}
