package dev.knet.syntax;

import dev.knet.source.Span;

/** A part of the tree, which knows where it stands. */
public interface Node {
    Span span();
}
