package dev.knet.syntax;

import dev.knet.source.Span;

/** `30s`, as it is written. */
public record Duration(String text, Span span) implements Node {}
