package dev.knet.lower;

import dev.knet.model.Box;
import dev.knet.model.Denial;
import dev.knet.model.Direction;
import dev.knet.model.Peer;
import dev.knet.model.Subtraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is left of one rule without all that is denied, and the sentences that say so. */
record Remainder(Direction direction, List<Part> parts, List<String> sentences) {

    /** A rule that is left, for some of the pods. */
    record Part(Direction direction, Peer.Pods pods, Rule rule, List<String> sentences) {
        void addTo(PolicyDraft draft) {
            for (String sentence : sentences) {
                draft.add(direction, rule, sentence);
            }
        }
    }

    static Remainder of(Direction direction, Peer.Pods pods, Rule rule, String sentence, List<Denial> denials) {
        if (denials.isEmpty()) {
            List<String> sentences = List.of(sentence);
            return new Remainder(direction, List.of(new Part(direction, pods, rule, sentences)), sentences);
        }
        Subtraction subtraction = new Subtraction(direction, new Box(pods, rule.everyPeer(), rule.ports()));
        List<String> sentences = new ArrayList<>(List.of(sentence));
        for (Denial denial : denials) {
            if (subtraction.less(denial)) {
                sentences.add(denial.text());
            }
        }
        if (!subtraction.obstacles().isEmpty()) {
            throw new IllegalStateException("what cannot be written exactly has been refused before");
        }
        List<Part> parts = new ArrayList<>();
        for (Box box : subtraction.left()) {
            parts.add(new Part(direction, box.end(), Rule.of(box.peers(), box.ports()), sentences));
        }
        return new Remainder(direction, parts, sentences);
    }

    /** Whether nothing has been taken away. */
    boolean isWhole() {
        return sentences.size() == 1;
    }

    /** The same pods and sentences with another rule that means the same. */
    Remainder with(Rule rule) {
        List<Part> same = new ArrayList<>();
        for (Part part : parts) {
            same.add(new Part(direction, part.pods, rule, sentences));
        }
        return new Remainder(direction, same, sentences);
    }

    /** A name that was chosen is that of the policy for all of these pods, so parts of them have others. */
    void addTo(PolicyDrafts drafts, Peer.Pods whole, Optional<String> chosen) {
        for (Part part : parts) {
            part.addTo(drafts.permission(part.pods, part.pods.equals(whole) ? chosen : Optional.empty()));
        }
    }

    /** Whether a rule is left for all of these pods. */
    boolean isAbout(Peer.Pods whole) {
        for (Part part : parts) {
            if (part.pods.equals(whole)) {
                return true;
            }
        }
        return false;
    }

    /** What isolates goes on isolating, also where nothing is left. */
    void isolate(PolicyDraft draft) {
        for (String sentence : sentences) {
            draft.isolate(List.of(direction), sentence);
        }
    }
}
