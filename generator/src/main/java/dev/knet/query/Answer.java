package dev.knet.query;

import java.util.List;

/**
 * What is said to a question.
 *
 * @param text the answer and nothing else; empty if it is a list of nothing
 * @param isOfNobody whether there is no workload at all that could talk
 * @param hints what to know about it, a line each
 */
public record Answer(String text, boolean isOfNobody, List<String> hints) {
    public Answer {
        hints = List.copyOf(hints);
    }
}
