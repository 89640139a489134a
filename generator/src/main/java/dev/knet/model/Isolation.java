package dev.knet.model;

import dev.knet.source.Span;
import java.util.List;
import java.util.Optional;

/** A `deny` sentence: its subjects are isolated in these directions. */
public record Isolation(
        List<Direction> directions,
        List<Peer.Pods> subjects,
        Optional<String> policyName,
        Motive motive,
        String text,
        Span span)
        implements Statement {
    public Isolation {
        directions = List.copyOf(directions);
        subjects = List.copyOf(subjects);
    }
}
