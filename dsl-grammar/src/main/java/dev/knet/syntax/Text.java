package dev.knet.syntax;

import dev.knet.source.Span;

/** A string or text block, its quotes and escapes undone. */
public record Text(String value, Span span) implements Node {}
